/** The words of the first picture go when the app has its own. */
export function clearFirstText(): void {
  document.querySelector('#first .first-text')?.remove();
}

/** The picture itself stays until the map stands in the same place, then fades beneath it. */
export function endFirstPicture(): void {
  document.getElementById('first')?.remove();
}
