import { pictureAddress } from "../api/api.ts";

/** A model's picture; its place stays where there is none. Beside the name it says nothing more. */
export const KeyPicture = ({ picture }: { picture?: string | undefined }) => (
  <span className="key-picture">
    {picture !== undefined && (
      <img src={pictureAddress(picture)} alt="" width={32} height={32} loading="lazy" decoding="async" />
    )}
  </span>
);
