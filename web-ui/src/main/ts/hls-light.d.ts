// SPDX-License-Identifier: AGPL-3.0-or-later
/** hls.js ships no types for its light build; it is the same class without alternate audio, captions and DRM. */
declare module "hls.js/light" {
  export { default } from "hls.js";
}
