"""Imported by the server that workers are forked from: what each of them would else load for itself, once for all."""

from normalize.light_spacy import load_matching

load_matching()
