"""Drawn symbols keep their names at another size; their form and direction are told by geometry."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.extract.drawing import Shape
from crossfoot.extract.forms import form_of
from crossfoot.extract.shapes import Drawn, ShapeBook, plain_colour, whole_symbols
from crossfoot.schema.page import Box

Points = tuple[tuple[float, float], ...]

ARROW: Points = (
    (0, -1),
    (0.8, -0.2),
    (0.35, -0.2),
    (0.35, 1),
    (-0.35, 1),
    (-0.35, -0.2),
    (-0.8, -0.2),
)
TRIANGLE: Points = ((-1.0, 0.8), (1.0, 0.8), (0.0, -1.0))
SQUARE: Points = ((-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0))
DIAMOND: Points = ((0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0))
OCTAGON: Points = tuple((math.cos(a * math.pi / 4), math.sin(a * math.pi / 4)) for a in range(8))
BOW = 0.5523
DISC: Points = (
    *((1, 0), (1, BOW), (BOW, 1), (0, 1), (-BOW, 1), (-1, BOW)),
    *((-1, 0), (-1, -BOW), (-BOW, -1), (0, -1), (BOW, -1), (1, -BOW), (1, 0)),
)
WAYS = ("up", "up-right", "right", "down-right", "down", "down-left", "left", "up-left")


def placed(
    points: Points, size: float = 5, at: tuple[float, float] = (0, 0), turn: float = 0
) -> Points:
    cos, sin = math.cos(turn), math.sin(turn)
    return tuple(
        (at[0] + size * (x * cos - y * sin), at[1] + size * (x * sin + y * cos)) for x, y in points
    )


def shape(points: Points, colour: str = "#00b050", filled: bool = True) -> Shape:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Shape(Box(min(xs), min(ys), max(xs), max(ys)), points, colour, filled, True)


def symbol(*parts: Shape) -> Drawn:
    (whole,) = whole_symbols(parts)
    return whole


@pytest.mark.parametrize("step", range(8))
def test_a_block_arrow_says_where_it_points(step: int) -> None:
    turned = placed(ARROW, turn=step * math.pi / 4)
    assert form_of(turned) == f"arrow-{WAYS[step]}"


@pytest.mark.parametrize(("quarter", "way"), [(0, "up"), (1, "right"), (2, "down"), (3, "left")])
def test_a_triangle_says_where_it_points(quarter: int, way: str) -> None:
    assert form_of(placed(TRIANGLE, turn=quarter * math.pi / 2)) == f"triangle-{way}"


@pytest.mark.parametrize(
    ("points", "form"),
    [
        (SQUARE, "square"),
        (DIAMOND, "diamond"),
        (DISC, "disc"),
        (((0, 0), (1, 0), (0, 1)), "triangle"),
        (((0, 0), (3, 0), (3, 1), (0, 1)), "form"),
        (tuple((x, 2 * y) for x, y in DISC), "form"),
    ],
)
def test_simple_forms_have_names(points: Points, form: str) -> None:
    assert form_of(points) == form


@given(
    st.sampled_from((ARROW, TRIANGLE, SQUARE, DIAMOND, DISC)),
    st.floats(4, 15),
    st.tuples(st.floats(0, 500), st.floats(0, 500)),
)
def test_a_copy_of_any_size_printed_to_a_tenth_of_a_point_has_the_same_name(
    points: Points, size: float, at: tuple[float, float]
) -> None:
    book = ShapeBook()
    first = book.identify(symbol(shape(placed(points, 6))))
    rounded = tuple((round(x, 1), round(y, 1)) for x, y in placed(points, size, at))
    assert book.identify(symbol(shape(rounded))) == first


def test_other_forms_colours_and_turns_have_other_names() -> None:
    forms = (ARROW, placed(ARROW, 1, turn=math.pi), placed(ARROW, 1, turn=math.pi / 4), TRIANGLE)
    shapes = [shape(placed(points)) for points in (*forms, SQUARE, DIAMOND, DISC, OCTAGON)]
    shapes += [shape(placed(DISC), "#ff0000"), shape(placed(DISC), filled=False)]
    book = ShapeBook()
    names = [book.identify(symbol(each)) for each in shapes]
    assert len(set(names)) == len(names)


def test_the_rim_does_not_colour_a_disc_and_two_colours_are_none() -> None:
    disc = shape(placed(DISC))
    assert plain_colour(symbol(disc, shape(placed(DISC), "#800000", filled=False))) == "#00b050"
    assert plain_colour(symbol(shape(placed(DISC, 7), "#ffffff"), disc)) == "#00b050"
    assert plain_colour(symbol(disc, shape(placed(DISC, 3), "#ff0000"))) is None


def test_shapes_that_overlap_are_one_symbol_whatever_their_order() -> None:
    left, right = shape(placed(DISC)), shape(placed(DISC, at=(9, 0)))
    bridge, apart = shape(placed(SQUARE, at=(4.5, 0))), shape(placed(DISC, at=(40, 0)))
    for parts in ((left, right, bridge, apart), (apart, bridge, right, left)):
        assert sorted(len(whole.parts) for whole in whole_symbols(parts)) == [1, 3]


@given(
    st.lists(
        st.tuples(
            st.lists(st.tuples(st.floats(-60, 60), st.floats(-60, 60)), min_size=2, max_size=9),
            st.sampled_from(("#00b050", "#ff0000", "#ffffff", "#808080")),
            st.booleans(),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_no_drawing_breaks_the_naming_of_shapes(
    parts: list[tuple[list[tuple[float, float]], str, bool]],
) -> None:
    shapes = [shape(tuple(points), colour, filled) for points, colour, filled in parts]
    book = ShapeBook()
    for whole in whole_symbols(shapes):
        name = book.identify(whole)
        assert name is not None
        assert name.startswith("shape:")
        assert book.identify(whole) == name


@pytest.mark.parametrize("degrees", [-5.0, -2.5, 1.5, 4.5])
@pytest.mark.parametrize("step", range(8))
def test_an_arrow_a_little_askew_is_the_same_sign(degrees: float, step: int) -> None:
    book = ShapeBook()
    upright = placed(ARROW, turn=step * math.pi / 4)
    turned = placed(ARROW, turn=step * math.pi / 4 + math.radians(degrees), at=(40, 9))
    assert book.identify(symbol(shape(upright))) == book.identify(symbol(shape(turned)))


@pytest.mark.parametrize("degrees", [45.0, 90.0, 180.0, 22.5])
def test_an_arrow_that_points_elsewhere_is_another_sign(degrees: float) -> None:
    book = ShapeBook()
    known = book.identify(symbol(shape(placed(ARROW))))
    assert book.identify(symbol(shape(placed(ARROW, turn=math.radians(degrees))))) != known


def test_a_thinner_arrow_is_another_sign_however_it_is_turned() -> None:
    thin = tuple((x * 0.4, y) for x, y in ARROW)
    book = ShapeBook()
    known = book.identify(symbol(shape(placed(ARROW))))
    assert book.identify(symbol(shape(placed(thin, turn=math.radians(3))))) != known


RIM: Points = tuple((1.12 * x, 1.12 * y) for x, y in (*ARROW, *ARROW[:1]))


@pytest.mark.parametrize("step", [0, 2, 4, 6])
@pytest.mark.parametrize("colour", ["#000000", "#ffffff"])
def test_an_arrow_with_a_rim_painted_around_it_is_that_arrow(step: int, colour: str) -> None:
    turn = step * math.pi / 4
    inner, rim = placed(ARROW, turn=turn), placed(RIM, turn=turn)
    name = ShapeBook().identify(symbol(shape(inner, colour), shape(rim, colour)))
    assert (name or "").startswith(f"shape:arrow-{WAYS[step]}:{colour}:")


def test_an_arrow_on_a_larger_sign_is_a_drawing() -> None:
    on_disc = symbol(shape(placed(DISC, 9), "#000000"), shape(placed(ARROW, 5), "#000000"))
    assert (ShapeBook().identify(on_disc) or "").startswith("shape:drawing:")
    two = symbol(
        shape(placed(ARROW, 5), "#000000"), shape(placed(ARROW, 5.4, turn=math.pi), "#000000")
    )
    assert (ShapeBook().identify(two) or "").startswith("shape:drawing:")
