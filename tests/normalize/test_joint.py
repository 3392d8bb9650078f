from decimal import Decimal
from itertools import product
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.joint import SLIP, Node, beliefs_of


def weights(**chances: float) -> dict[Decimal, float]:
    return {Decimal(value[1:].replace("_", ".")): chance for value, chance in chances.items()}


def sure(value: str) -> dict[Decimal, float]:
    return {Decimal(value): 1.0}


def best(root: Node, name: str) -> Decimal:
    values = beliefs_of(root)[name].values
    return max(values, key=lambda value: values[value])


def test_a_certain_figure_is_never_overruled() -> None:
    root = Node("1.3", sure("10"), (Node("a", sure("5")), Node("b", sure("4"))))
    beliefs = beliefs_of(root)
    assert best(root, "a") == 5
    assert beliefs["a"].values == {Decimal(5): 1.0}
    assert beliefs["1.3"].slip == 1.0


def test_a_sum_chooses_between_readings_of_a_doubtful_digit() -> None:
    root = Node("1.3", sure("10"), (Node("a", weights(_5=0.6, _6=0.4)), Node("b", sure("4"))))
    assert best(root, "a") == 6
    assert beliefs_of(root)["1.3"].slip < 0.1


def test_a_nearly_sure_digit_stands_against_the_sum() -> None:
    root = Node("1.3", sure("10"), (Node("a", weights(_5=0.9999, _6=0.0001)), Node("b", sure("4"))))
    assert best(root, "a") == 5
    assert beliefs_of(root)["1.3"].slip > 0.9


def test_the_total_of_the_group_reaches_down_to_an_item() -> None:
    criterion = Node("1.3", weights(_9=0.5, _10=0.5), (Node("a", weights(_5=0.5, _6=0.5)), Node("b", sure("4"))))
    root = Node("1", sure("30"), (criterion, Node("1.4", sure("20"))))
    assert best(root, "a") == 6
    assert best(root, "1.3") == 10


def test_a_figure_that_is_not_printed_is_the_sum_of_its_parts() -> None:
    criterion = Node("1.3", None, (Node("a", weights(_5=0.5, _6=0.5)), Node("b", sure("4"))))
    root = Node("1", sure("30"), (criterion, Node("1.4", sure("20"))))
    assert best(root, "1.3") == 10


def test_a_hint_from_elsewhere_counts() -> None:
    root = Node("1", weights(_73=0.5, _78=0.5), (), ({Decimal(73): 1 - SLIP, Decimal(78): SLIP},))
    assert best(root, "1") == 73


VALUES = st.sampled_from([Decimal(number) for number in range(4)])
READINGS = st.dictionaries(VALUES, st.floats(0.05, 1.0), min_size=1, max_size=3)


@given(READINGS, st.lists(READINGS, min_size=1, max_size=3))
def test_beliefs_are_those_of_counting_all_cases(
    total: dict[Decimal, float], parts: list[dict[Decimal, float]]
) -> None:
    root = Node("t", total, tuple(Node(str(at), part) for at, part in enumerate(parts)))
    counted: dict[tuple[str, Decimal], float] = {}
    slips = whole = 0.0
    for value, *others in product(total, *parts):
        chance = total[value]
        for part, other in zip(parts, others, strict=True):
            chance *= part[other]
        right = value == sum(others)
        chance *= (1 - SLIP) if right else SLIP / len(total)
        whole += chance
        slips += 0 if right else chance
        for name, figure in (("t", value), *((str(at), other) for at, other in enumerate(others))):
            counted[name, figure] = counted.get((name, figure), 0.0) + chance
    found = beliefs_of(root)
    assert isclose(found["t"].slip, slips / whole, abs_tol=1e-9)
    for (name, figure), chance in counted.items():
        assert isclose(found[name].values[figure], chance / whole, abs_tol=1e-9)


@pytest.mark.parametrize(
    ("total", "slip"),
    [
        pytest.param("9", 0.0, id="the total takes it for the sum of its items"),
        pytest.param("10", 1 / 3, id="the total takes it for another figure, or is itself no sum"),
    ],
)
def test_what_stands_above_tells_whether_a_doubtful_figure_slipped(total: str, slip: float) -> None:
    doubtful = Node("1.1", weights(_5=0.5, _6=0.5), (Node("a", sure("5")),))
    belief = beliefs_of(Node("1", sure(total), (doubtful, Node("1.2", sure("4")))))["1.1"]
    assert isclose(belief.slip, slip, abs_tol=0.001)


@pytest.mark.parametrize("parts", [0, 1, 8])
def test_trees_of_any_width(parts: int) -> None:
    root = Node("1", sure("8"), tuple(Node(str(at), weights(_1=0.5, _7=0.5)) for at in range(parts)))
    assert set(beliefs_of(root)) == {"1", *map(str, range(parts))}


HINTS = st.dictionaries(VALUES, st.floats(0.05, 1.0), min_size=4, max_size=4)


def cases(node: Node) -> list[tuple[dict[str, Decimal], Decimal, float]]:
    """Every way that a tree's figures may be: the figures by id, the figure of the node itself, how probable it is."""
    below = [cases(part) for part in node.parts]
    found = []
    for parts in product(*below):
        figures = {name: value for named, _, _ in parts for name, value in named.items()}
        chance, total = 1.0, sum((value for _, value, _ in parts), Decimal(0))
        for _, _, one in parts:
            chance *= one
        for value, weight in (node.readings or {total: 1.0}).items():
            whole = chance * weight
            if node.readings is not None and node.parts:
                whole *= 1 - SLIP if value == total else SLIP / len(node.readings)
            for hint in node.hints:
                whole *= hint.get(value, SLIP)
            found.append(({**figures, node.id: value}, value, whole))
    return found


@given(
    READINGS, st.lists(READINGS, min_size=1, max_size=2), st.one_of(st.none(), READINGS), READINGS,
    st.lists(HINTS, max_size=1),
    st.lists(HINTS, max_size=1),
)  # fmt: skip
def test_beliefs_of_two_levels_are_those_of_counting_all_cases(
    total: dict[Decimal, float],
    items: list[dict[Decimal, float]],
    criterion: dict[Decimal, float] | None,
    other: dict[Decimal, float],
    above: list[dict[Decimal, float]],
    beside: list[dict[Decimal, float]],
) -> None:
    leaves = tuple(Node(f"i{at}", item) for at, item in enumerate(items))
    root = Node("t", total, (Node("c", criterion, leaves, tuple(beside)), Node("o", other)), tuple(above))
    counted: dict[tuple[str, Decimal], float] = {}
    slipped = dict.fromkeys(("t", "c"), 0.0)
    every = 0.0
    for figures, _, chance in cases(root):
        every += chance
        for key in figures.items():
            counted[key] = counted.get(key, 0.0) + chance
        sums = {"t": figures["c"] + figures["o"], "c": sum(figures[leaf.id] for leaf in leaves)}
        for name, expected in sums.items():
            slipped[name] += 0.0 if figures[name] == expected else chance
    found = beliefs_of(root)
    for (name, value), chance in counted.items():
        assert isclose(found[name].values.get(value, 0.0), chance / every, abs_tol=1e-9)
    assert isclose(found["t"].slip or 0.0, slipped["t"] / every, abs_tol=1e-9)
    if criterion is None:
        assert found["c"].slip is None
    else:
        assert isclose(found["c"].slip or 0.0, slipped["c"] / every, abs_tol=1e-9)
