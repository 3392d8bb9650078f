"""`doisoat rules`: the rules in a list, or one of them explained."""

from __future__ import annotations

from extract.options import Options
from extract.rule_names import refuse_unknown
from extract.texts import say
from rules import catalogue, messages


def run(options: Options) -> int:
    """Runs the command."""
    if options.name is None:
        print("\n".join(listing(options.lang)))
        return 0
    refuse_unknown((options.name,), options.lang)
    print(messages.explain(options.name, options.lang))
    return 0


def listing(lang: str) -> list[str]:
    """A line a rule: its name, its severity, its title."""
    entries = catalogue.entries()
    width = max(map(len, entries))
    severities = {rule: say(lang, f"values.{entry.severity}") for rule, entry in entries.items()}
    return [f"{rule:<{width}}  {severities[rule]:<9}  {messages.title(rule, lang)}" for rule in entries]
