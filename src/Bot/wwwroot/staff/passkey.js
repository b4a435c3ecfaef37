// Makes or shows a passkey where the browser has them, and sends the browser's answer with the form. The question stands in the page.

const can = "PublicKeyCredential" in window && "parseRequestOptionsFromJSON" in PublicKeyCredential;

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const unable = form.querySelector("[data-no-passkey]");
  if (!can) continue;
  form.hidden = false;
  if (unable) unable.hidden = true;
  form.addEventListener("submit", async event => {
    if (form.elements.answer.value) return;
    event.preventDefault();
    const asked = JSON.parse(form.dataset.options);
    try {
      const answer = form.dataset.passkey === "create"
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) });
      form.elements.answer.value = JSON.stringify(answer.toJSON());
      form.requestSubmit();
    } catch {
      // Put away, or nothing there: the other ways in are still on the page.
      if (unable) unable.hidden = false;
    }
  });
}
