// Records a voice into the file field of the form, in a browser that records what WhatsApp plays; in others the part stays hidden and a file is chosen.

const types = ["audio/ogg;codecs=opus", "audio/mp4;codecs=mp4a.40.2"];
const longest = 60_000;

const part = document.querySelector("[data-recorder]");
const type = window.MediaRecorder && navigator.mediaDevices && types.find(t => MediaRecorder.isTypeSupported(t));

function start(part, type) {
  const button = part.querySelector("button");
  const said = part.querySelector("[role=status]");
  const seconds = part.querySelector("span");
  const player = part.querySelector("audio");
  const field = document.getElementById(part.dataset.recorder);
  const { stop, refused, ready } = button.dataset;
  const record = button.textContent;
  let recorder = null;

  async function begin() {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const pieces = [];
    recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: 32_000 });
    recorder.addEventListener("dataavailable", event => {
      pieces.push(event.data);
      seconds.textContent = `${pieces.length} s`;
    });
    recorder.addEventListener("stop", () => {
      for (const track of stream.getTracks()) track.stop();
      recorder = null;
      keep(new Blob(pieces, { type: type.split(";")[0] }));
    });
    recorder.start(1000);
    setTimeout(end, longest, recorder);
    button.textContent = stop;
    said.textContent = seconds.textContent = "";
    player.hidden = true;
  }

  function end(which) {
    if (recorder && (!which || which === recorder)) recorder.stop();
  }

  function keep(sound) {
    const files = new DataTransfer();
    files.items.add(new File([sound], sound.type === "audio/ogg" ? "stem.ogg" : "stem.m4a", { type: sound.type }));
    field.files = files.files;
    URL.revokeObjectURL(player.src);
    player.src = URL.createObjectURL(sound);
    player.hidden = false;
    button.textContent = record;
    said.textContent = ready;
  }

  button.addEventListener("click", async () => {
    if (recorder) return end();
    button.disabled = true;
    try {
      await begin();
    } catch {
      // No microphone, or it was not allowed: a file can still be chosen.
      said.textContent = refused;
    } finally {
      button.disabled = false;
    }
  });
  part.hidden = false;
}

if (part && type) start(part, type);
