/* Putting an agenda in order without leaving one's place: the buttons of the page act at once, and lines can be dragged.
   Each move is sent alone, saying what the item comes before: the moves of two people both hold. */

const liste = document.querySelector("[data-ordre-du-jour]");
const annonce = document.querySelector("[data-annonce]");

if (liste) {
  const points = () => [...liste.querySelectorAll("[data-point]")];
  const titre = (li) => li.querySelector("[data-titre]").textContent.trim();
  const dire = (texte) => {
    annonce.textContent = texte;
  };

  /* The list as the server now has it, in place of the one that was there. */
  async function relire(reponse) {
    const page = new DOMParser().parseFromString(await reponse.text(), "text/html");
    const neuve = page.querySelector("[data-ordre-du-jour]");
    if (!neuve) return false;
    liste.replaceChildren(...neuve.children);
    rendreMobile();
    return true;
  }

  let enCours = Promise.resolve();

  async function envoyer(li, avant, sens) {
    const cle = li.dataset.point;
    const nom = titre(li);
    try {
      const reponse = await fetch(li.querySelector("[data-placer]").action, {
        method: "POST",
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({ avant }),
      });
      if (!reponse.ok || !(await relire(reponse))) {
        dire("Ce déplacement n’est pas enregistré\u00a0: rechargez la page.");
        return;
      }
      const place = points().findIndex((p) => p.dataset.point === cle) + 1;
      dire(`«\u202f${nom}\u202f» est en place ${place} sur ${points().length}.`);
      const ici = liste.querySelector(`[data-point="${cle}"]`);
      (ici.querySelector(`[data-sens="${sens}"]`) ?? ici.querySelector("[data-sens]"))?.focus();
    } catch {
      dire("Réseau perdu\u00a0: ce déplacement n’est pas enregistré.");
      rendreMobile();
    }
  }

  const aLaSuite = (li, avant, sens) => {
    enCours = enCours.then(() => envoyer(li, avant, sens));
  };

  liste.addEventListener("submit", (evenement) => {
    if (!evenement.target.matches("[data-placer]")) return;
    evenement.preventDefault();
    const bouton = evenement.submitter;
    aLaSuite(evenement.target.closest("[data-point]"), bouton.value, bouton.dataset.sens);
  });

  /* Dragging: by what only exists with this script; the keyboard has the buttons. */
  let tire = null;
  function rendreMobile() {
    for (const li of points()) {
      li.draggable = Boolean(li.querySelector("[data-placer]"));
      li.classList.toggle("mobile", li.draggable);
    }
  }
  liste.addEventListener("dragstart", (evenement) => {
    tire = evenement.target.closest?.("[data-point]") ?? null;
    if (!tire) return;
    evenement.dataTransfer.effectAllowed = "move";
    evenement.dataTransfer.setData("text/plain", tire.dataset.point);
    tire.classList.add("tire");
  });
  liste.addEventListener("dragover", (evenement) => {
    if (!tire) return;
    evenement.preventDefault();
    const avant = points()
      .filter((li) => li !== tire)
      .find((li) => {
        const cadre = li.getBoundingClientRect();
        return evenement.clientY < cadre.top + cadre.height / 2;
      });
    if ((avant ?? null) !== tire.nextElementSibling) liste.insertBefore(tire, avant ?? null);
  });
  liste.addEventListener("drop", (evenement) => evenement.preventDefault());
  liste.addEventListener("dragend", () => {
    if (!tire) return;
    tire.classList.remove("tire");
    aLaSuite(tire, tire.nextElementSibling?.dataset.point ?? "", "monter");
    tire = null;
  });
  rendreMobile();
}
