import { DomainError } from "./domain-error.ts";

/** No living session of the console. */
export class OperatorNotLoggedIn extends DomainError {
  override readonly name = "OperatorNotLoggedIn";
}
/** Two supervisors are not enrolled yet. */
export class ConsoleClosed extends DomainError {
  override readonly name = "ConsoleClosed";
}
/** The operator's role does not reach so far; the message says which. */
export class RoleNotEnough extends DomainError {
  override readonly name = "RoleNotEnough";
}
/** An operator has turned to their own account. */
export class OwnAccount extends DomainError {
  override readonly name = "OwnAccount";
}
/** An operator would approve what they have asked for themselves. */
export class OwnRequest extends DomainError {
  override readonly name = "OwnRequest";
}
/** There is an operator of this login already, or one with the same account as a user. */
export class OperatorTaken extends DomainError {
  override readonly name = "OperatorTaken";
}
/** An enrolment link is over, was used, or a newer one was made. */
export class EnrolmentUsedUp extends DomainError {
  override readonly name = "EnrolmentUsedUp";
}
/** Not a key that an operator may have; the message is a `GradeReason`, or that it is a synced one. */
export class OperatorKeyRefused extends DomainError {
  override readonly name = "OperatorKeyRefused";
}
/** Too many wrong passwords in a row: nobody logs in for a while. */
export class OperatorBlocked extends DomainError {
  override readonly name = "OperatorBlocked";
}
/** After three failed checks in a day a supervisor goes on. */
export class SupervisorNeeded extends DomainError {
  override readonly name = "SupervisorNeeded";
}
/** What is done to a link was asked for where there is none. */
export class AccountNotLinked extends DomainError {
  override readonly name = "AccountNotLinked";
}
/** There is no call of this operator whose check passed: it is over, was used, or never did. */
export class CallNotChecked extends DomainError {
  override readonly name = "CallNotChecked";
}
