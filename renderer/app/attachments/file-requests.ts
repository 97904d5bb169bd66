/** What the window asks of the worker that reads attached files. */
export type FileRequest = { readonly id: number } & FileTask;

/** `text` of a file; the number of pages of a PDF that is then `open`; one of its pages as a picture, `width` pixels wide. */
export type FileTask =
  | {
      readonly task: 'text';
      readonly bytes: ArrayBuffer;
      readonly mediaType: string;
      readonly most: number;
    }
  | { readonly task: 'open'; readonly bytes: ArrayBuffer }
  | { readonly task: 'page'; readonly page: number; readonly width: number };

/** What was found for each task. */
interface Found {
  readonly text: { readonly text: string };
  readonly open: { readonly pages: number };
  readonly page: { readonly bitmap: ImageBitmap };
}
export type FoundFor<Task extends FileTask['task']> = Found[Task];

/** An answer of the worker; `failed` says why there is none. */
export type FileAnswer = { readonly id: number } & (
  | { readonly found: Found[keyof Found]; readonly failed?: never }
  | { readonly failed: string; readonly found?: never }
);
