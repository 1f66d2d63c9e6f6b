declare module "asl-validator" {
  interface Result {
    isValid: boolean;
    errorsText(): string;
  }
  export default function validate(definition: unknown, options?: { checkArn?: boolean }): Result;
}
