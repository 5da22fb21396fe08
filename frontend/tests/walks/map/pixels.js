// Signature and size of a saved picture of pixels, and how many colours are in it.
const [address, done] = arguments;
const bytes = atob(address.slice(address.indexOf(",") + 1));
const number = (at) => [0, 1, 2, 3].reduce((sum, place) => sum * 256 + bytes.charCodeAt(at + place), 0);
const image = new Image();
image.onerror = () => done({ error: "not a picture" });
image.onload = () => {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  done({
    signature: bytes.slice(1, 4),
    size: [number(16), number(20)],
    drawn: [image.naturalWidth, image.naturalHeight],
    colours: new Set(new Uint32Array(data.buffer)).size,
  });
};
image.src = address;
