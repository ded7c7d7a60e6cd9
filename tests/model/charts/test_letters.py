"""Words put together from letters look as those that matplotlib sets whole."""

import threading

import numpy as np
import pytest
from matplotlib.backends.backend_agg import RendererAgg

from model.charts.letters import Face, _font, cover_of, properties, whole, width_of

FACES = [Face(8, "normal", 100), Face(10, "bold", 100), Face(8, "normal", 200)]
WORDS = [
    "palm",
    "AVATar",
    "Today,",
    "Fußsohle",
    "−12",
    "fjord",
    "38",
    "%",
    "jY.",
    "W.A.G.",
    "Τύπος",
]


def set_whole(word, face):
    renderer = RendererAgg(1, 1, face.dpi)
    width, _, _ = renderer.get_text_width_height_descent(word, properties(face), ismath=False)
    return whole(word, face, max(int(np.ceil(width)), 1))


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("word", WORDS)
def test_a_word_looks_as_if_it_were_set_whole(word, face):
    ours, theirs = cover_of(word, face).astype(float), set_whole(word, face).astype(float)
    assert ours.shape[0] == theirs.shape[0]
    assert abs(ours.shape[1] - theirs.shape[1]) <= 1
    across = min(ours.shape[1], theirs.shape[1])
    assert ours.sum() == pytest.approx(theirs.sum(), rel=0.05)
    # Letters after a kerned pair stand up to half a pixel aside: then each edge of theirs differs.
    columns = [each[:, :across].sum(axis=0).cumsum() for each in (ours, theirs)]
    assert np.abs(columns[0] - columns[1]).max() < 0.06 * theirs.sum() + 255


def test_words_without_a_kerned_pair_are_the_same_to_the_pixel():
    for word in ("palm", "38", "less", "München"):
        assert np.array_equal(cover_of(word, FACES[0]), set_whole(word, FACES[0])), word


@pytest.mark.parametrize("face", FACES)
def test_kerned_letters_stand_nearer(face):
    pairs = "AVAVAVAVAV"
    assert width_of(pairs, face) < sum(width_of(sign, face) for sign in pairs)


def test_no_word_takes_no_room_but_a_pixel():
    assert cover_of("", FACES[0]).shape == (FACES[0].height, 1)
    assert not cover_of("", FACES[0]).any()


def test_a_letter_reaches_into_the_place_of_the_one_before():
    face = Face(20, "normal", 100)
    alone, both = cover_of("l", face), cover_of("lj", face)
    assert both[:, : alone.shape[1]].sum() > alone.sum()  # the foot of the j lies under the l


def test_a_thread_has_fonts_of_its_own():
    fonts = []
    for _ in range(2):
        thread = threading.Thread(target=lambda: fonts.extend(_font(FACES[0]) for _ in range(2)))
        thread.start()
        thread.join()
    assert fonts[0] is fonts[1]
    assert fonts[2] is fonts[3]
    assert fonts[0] is not fonts[2]
