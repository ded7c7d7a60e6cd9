"""My regions are chosen, ordered and named by real clicks and keys, and a real diary takes it."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox, QLineEdit, QTreeWidget

from model.diary import Diary
from model.records.day import Rating
from model.records.person import FollowedRegion, OwnRegion
from ui.today.own_regions import OwnRegionDialog
from ui.today.regions_dialog import RegionsDialog
from ui.words import region_names

NOW = datetime(2026, 11, 22, 20, 15, tzinfo=timezone(timedelta(hours=1)))
SCAR = OwnRegion("Scar", "palm_right", id="own_scar")
MOLE = OwnRegion("Mole", "chest", id="own_mole")
LEFT, UP, DOWN = Qt.MouseButton.LeftButton, Qt.Key.Key_Up, Qt.Key.Key_Down
ALT = Qt.KeyboardModifier.AltModifier


class Page:
    """What Today does: stores what the dialog says and shows it what the diary then holds."""

    def __init__(self, diary: Diary, dialog: RegionsDialog) -> None:
        self.diary, self.dialog = diary, dialog
        self.put, self.named, self.removed, self.rated = [], [], [], ()
        self.answers = True
        dialog.followed_chosen.connect(self.follow)
        dialog.own_region_put.connect(self.name)
        dialog.own_region_removed.connect(self.remove)

    def follow(self, records):
        self.put.append(records)
        self.diary.put(*records)
        self.show()

    def name(self, region):
        self.named.append(region)
        self.diary.put(region)
        self.show()

    def remove(self, records):
        self.removed.append(records)
        self.diary.remove(*records)
        self.show()

    def hold(self, *records):
        """Put what the diary shall hold from the start."""
        self.diary.put(*records)
        self.show()

    def show(self):
        if not self.answers:
            return
        followed = self.diary.of(FollowedRegion)
        mine = [r.region for r in sorted(followed, key=lambda r: r.position) if r.followed]
        rest = [region for region in self.rated if region not in mine]
        own = self.diary.of(OwnRegion)
        today = NOW.date()
        used = {r.region for r in self.diary.ratings_between(today, today)}
        names = region_names() | {region.id: region.name for region in own}
        self.dialog.show_state(followed, [*mine, *rest], own, frozenset(used), names)


@pytest.fixture
def page(qtbot, tmp_path):
    dialog = RegionsDialog()
    qtbot.addWidget(dialog)
    with Diary.create(tmp_path / "d.drymap", lambda: NOW) as diary:
        page = Page(diary, dialog)
        page.show()
        dialog.resize(880, 640)
        dialog.open()
        qtbot.waitExposed(dialog)
        yield page


@pytest.fixture
def click(qtbot, page):
    """Click a button, or on the words of a row."""

    def click_on(target, text=None):
        if text is None:
            assert target.isEnabled()
            qtbot.mouseClick(target, LEFT)
            return
        item = item_of(target, text)
        target.scrollToItem(item)
        place = target.visualItemRect(item)
        qtbot.mouseClick(target.viewport(), LEFT, pos=place.center())

    return click_on


def item_of(view: QTreeWidget, text: str):
    exactly = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
    found = view.findItems(text, exactly | Qt.MatchFlag.MatchCaseSensitive)
    assert len(found) == 1, (text, found)
    return found[0]


def ticked(page):
    tree = page.dialog.tree
    items = tree.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive)
    checked = [item for item in items if item.parent() and item.checkState(0).value]
    return [item.text(0) for item in checked]


def texts(view: QTreeWidget):
    return [view.topLevelItem(row).text(0) for row in range(view.topLevelItemCount())]


def seen_regions(tree: QTreeWidget):
    items = tree.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive)
    return [i.text(0) for i in items if i.parent() and not i.isHidden()]


def asked(page) -> OwnRegionDialog:
    return page.dialog.findChildren(OwnRegionDialog)[-1]


def answer(qtbot, page, name, parent=""):
    """Type a name, choose a parent by its id and press OK."""
    form = asked(page)
    form.name.clear()
    if name.isascii():
        qtbot.keyClicks(form.name, name)
    else:
        form.name.insert(name)  # as an input method does: no key types it
    if parent:
        form.parent_region.setCurrentIndex(form.parent_region.findData(parent))
    press_ok(qtbot, form)
    return form


def press_ok(qtbot, form):
    buttons = form.findChild(QDialogButtonBox)
    qtbot.mouseClick(buttons.button(QDialogButtonBox.StandardButton.Ok), LEFT)


def test_a_tick_adds_both_sides_at_the_end_and_both_are_seen(page, click):
    page.hold(FollowedRegion("chest", position=4))
    click(page.dialog.tree, "Left palm")
    assert page.put == [
        (FollowedRegion("palm_right", position=5), FollowedRegion("palm_left", position=6))
    ]
    assert ticked(page) == ["Right palm", "Left palm", "Chest"]
    assert texts(page.dialog.list) == ["Chest", "Right palm", "Left palm"]


def test_a_tick_adds_one_side_only_if_so_wished(page, qtbot, click):
    qtbot.mouseClick(page.dialog.both, LEFT, pos=QPoint(9, page.dialog.both.height() // 2))
    click(page.dialog.tree, "Left palm")
    assert page.put == [(FollowedRegion("palm_left"),)]
    assert ticked(page) == ["Left palm"]


def test_the_other_side_keeps_its_place_when_it_is_in_the_list_already(page, click):
    page.hold(FollowedRegion("sole_left", position=2, bother=7))
    click(page.dialog.tree, "Right sole")
    assert page.put == [(FollowedRegion("sole_right", position=3),)]


def test_a_tick_taken_back_takes_its_own_side_and_keeps_what_was_said_of_it(page, click):
    sides = (FollowedRegion("sole_right", True, 0, 8), FollowedRegion("sole_left", True, 1, 9))
    page.hold(*sides)
    click(page.dialog.tree, "Left sole")
    assert page.put == [(replace(sides[1], followed=False),)]
    assert ticked(page) == ["Right sole"]
    click(page.dialog.tree, "Left sole")
    assert page.put[1] == (sides[1],)


def test_a_tick_finds_room_when_a_file_has_used_the_last_place(page, click):
    page.hold(FollowedRegion("chest", position=999))
    click(page.dialog.tree, "Scalp")
    assert page.put == [(FollowedRegion("chest", position=0), FollowedRegion("scalp", position=1))]


def test_the_box_and_its_words_tick_alike_and_a_double_click_ticks_once(page, qtbot):
    tree = page.dialog.tree
    place = tree.visualItemRect(item_of(tree, "Face"))
    qtbot.mouseClick(tree.viewport(), LEFT, pos=QPoint(place.left() + 11, place.center().y()))
    assert ticked(page) == ["Face"]
    nose = tree.visualItemRect(item_of(tree, "Nose")).center()
    qtbot.mouseClick(tree.viewport(), LEFT, pos=nose)
    qtbot.mouseDClick(tree.viewport(), LEFT, pos=nose)  # the second press alone, in Qt's words
    qtbot.mouseRelease(tree.viewport(), LEFT, pos=nose)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.RightButton, pos=nose)
    assert ticked(page) == ["Face", "Nose"]
    assert [records[0].region for records in page.put] == ["face", "nose"]


def test_the_keys_pass_over_the_groups_and_space_ticks(page, qtbot):
    tree = page.dialog.tree
    tree.setFocus()
    for _ in range(8):
        qtbot.keyClick(tree, DOWN)
    assert tree.current() == "neck_front"
    qtbot.keyClick(tree, UP)
    assert tree.current() == "chin"
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert page.put == [(FollowedRegion("chin"),)]
    qtbot.keyClick(tree, Qt.Key.Key_Home)
    qtbot.keyClick(tree, UP)
    assert tree.current() == "scalp"


def test_a_click_on_a_group_changes_nothing(page, click):
    click(page.dialog.tree, "Hands")
    assert page.put == []


def test_the_search_finds_by_name_and_by_group_and_says_when_there_is_none(page, qtbot):
    dialog = page.dialog
    qtbot.keyClicks(dialog.search, "palm RIGHT")
    assert seen_regions(dialog.tree) == ["Right palm"]
    assert dialog.tree.findItems("Head", Qt.MatchFlag.MatchExactly)[0].isHidden()
    dialog.search.clear()
    qtbot.keyClicks(dialog.search, "feet")
    assert "Right sole" in seen_regions(dialog.tree)
    assert not dialog._none_found.isVisible()
    qtbot.keyClicks(dialog.search, "xyz")
    assert seen_regions(dialog.tree) == []
    assert dialog._none_found.isVisible()


def test_enter_in_the_search_leads_to_the_first_found_and_closes_nothing(page, qtbot):
    qtbot.keyClicks(page.dialog.search, "sole")
    qtbot.keyClick(page.dialog.search, Qt.Key.Key_Return)
    assert page.dialog.isVisible()
    assert page.dialog.focusWidget() is page.dialog.tree
    qtbot.keyClick(page.dialog.tree, Qt.Key.Key_Space)
    assert ticked(page) == ["Right sole", "Left sole"]
    assert seen_regions(page.dialog.tree) == ["Right sole", "Left sole"]


def test_escape_and_close_close(page, qtbot):
    qtbot.keyClick(page.dialog.search, Qt.Key.Key_Escape)
    assert not page.dialog.isVisible()
    page.dialog.open()
    close = page.dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Close)
    close.setFocus()
    qtbot.keyClick(close, Qt.Key.Key_Return)
    assert not page.dialog.isVisible()


def three(page):
    page.hold(*(FollowedRegion(r, position=n) for n, r in enumerate(("face", "chest", "scalp"))))


def test_the_buttons_move_a_region_and_only_what_changes_is_stored(page, click):
    three(page)
    click(page.dialog.list, "Scalp")
    click(page.dialog.up)
    assert page.put == [(FollowedRegion("scalp", position=1), FollowedRegion("chest", position=2))]
    assert texts(page.dialog.list) == ["Face", "Scalp", "Chest"]
    assert page.dialog.list.current() == "scalp"
    click(page.dialog.down)
    assert texts(page.dialog.list) == ["Face", "Chest", "Scalp"]
    click(page.dialog.down)
    assert len(page.put) == 2, "there is nothing below the last"
    click(page.dialog.list, "Face")
    click(page.dialog.up)
    assert len(page.put) == 2, "nor above the first"


def test_alt_and_arrows_move_and_a_quick_second_press_builds_on_the_first(page, qtbot):
    three(page)
    page.answers = False
    page.dialog.list.setFocus()
    qtbot.keyClick(page.dialog.list, DOWN, ALT)
    qtbot.keyClick(page.dialog.list, DOWN, ALT)
    assert texts(page.dialog.list) == ["Chest", "Scalp", "Face"]
    page.answers = True
    page.show()
    assert texts(page.dialog.list) == ["Chest", "Scalp", "Face"]
    qtbot.keyClick(page.dialog.list, UP, ALT)
    assert texts(page.dialog.list) == ["Chest", "Face", "Scalp"]


def test_what_was_only_rated_is_followed_once_it_is_moved(page, qtbot):
    page.rated = ("palm_right", "palm_left", "sole_right")
    page.hold(FollowedRegion("chest", position=3, bother=5))
    page.dialog.list.setFocus()
    page.dialog.list.setCurrentItem(item_of(page.dialog.list, "Left palm"))
    qtbot.keyClick(page.dialog.list, UP, ALT)
    assert page.put == [
        (FollowedRegion("chest", position=0, bother=5), FollowedRegion("palm_left", position=1))
    ]
    assert texts(page.dialog.list) == ["Chest", "Left palm", "Right palm", "Right sole"]
    page.dialog.list.setCurrentItem(item_of(page.dialog.list, "Left palm"))
    qtbot.keyClick(page.dialog.list, DOWN, ALT)
    assert texts(page.dialog.list) == ["Chest", "Right palm", "Left palm", "Right sole"]
    assert [r.region for r in page.put[1]] == ["palm_right", "palm_left"]


def test_what_was_only_rated_can_be_removed_and_its_ratings_stay(page, click):
    rating = Rating(NOW.date(), "chest", 6, "same_day", NOW)
    page.rated = ("chest",)
    page.hold(rating)
    assert ticked(page) == ["Chest"]
    click(page.dialog.remove)
    assert page.put == [(FollowedRegion("chest", followed=False),)]
    assert texts(page.dialog.list) == ticked(page) == []
    assert page.diary.ratings_between(NOW.date(), NOW.date()) == (rating,)
    assert not page.dialog.up.isEnabled()


def test_after_a_removal_the_next_row_is_current(page, click):
    three(page)
    click(page.dialog.list, "Chest")
    click(page.dialog.remove)
    assert page.dialog.list.current() == "scalp"


def test_a_region_of_ones_own_is_named_and_stands_in_the_list(page, qtbot, click):
    click(page.dialog.own.add)
    answer(qtbot, page, "  Scar on my palm ", "palm_right")
    (region,) = page.named
    assert (region.name, region.parent, region.retired) == ("Scar on my palm", "palm_right", False)
    assert region.id.startswith("own_")
    assert len(region.id) == 36
    assert page.put == [(FollowedRegion(region.id),)]
    assert texts(page.dialog.list) == ticked(page) == ["Scar on my palm"]
    assert texts(page.dialog.own.rows) == ["Scar on my palm\nRight palm"]


@pytest.mark.parametrize(
    ("name", "parent", "sentence"),
    [
        ("", "palm_right", "Give the region a name."),
        (" \u200b ", "palm_right", "Give the region a name."),
        ("sCar", "palm_right", "There is a region of this name already. Choose another."),
        ("\uff33car", "palm_right", "There is a region of this name already. Choose another."),
        ("right  palm", "palm_right", "There is a region of this name already. Choose another."),
        ("Thumb", "", "Choose the region in which it lies."),
    ],
)
def test_a_name_that_says_nothing_new_is_refused_in_a_sentence(
    page, qtbot, click, name, parent, sentence
):
    page.hold(SCAR)
    click(page.dialog.own.add)
    form = answer(qtbot, page, name, parent)
    assert form.isVisible()
    assert form.said.text() == sentence
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert not page.named
    assert not page.put


def test_a_name_ends_at_200_characters_and_says_so(page, qtbot, click):
    click(page.dialog.own.add)
    form = asked(page)
    form.name.insert("n" * 300)
    assert form.said.text() == "A name has at most 200 characters."
    answer(qtbot, page, "n" * 201, "chest")
    assert page.named[0].name == "n" * 200


def test_a_region_is_renamed_under_its_id_and_its_own_name_is_not_taken(page, qtbot, click):
    page.hold(SCAR, MOLE)
    click(page.dialog.own.rows, "Scar\nRight palm")
    click(page.dialog.own.rename)
    assert not asked(page).parent_region.isVisible()
    answer(qtbot, page, "SCAR")
    assert page.named == [replace(SCAR, name="SCAR")]
    click(page.dialog.own.rename)
    press_ok(qtbot, asked(page))
    assert len(page.named) == 1, "nothing was changed"
    click(page.dialog.own.rename)
    assert answer(qtbot, page, "mole").isVisible()
    assert len(page.named) == 1


def test_a_retired_region_says_so_and_is_offered_nowhere_until_it_is_taken_back(page, click):
    page.hold(SCAR, MOLE, FollowedRegion(MOLE.id, position=0), FollowedRegion(SCAR.id, position=1))
    own = page.dialog.own
    click(own.rows, "Mole\nChest")
    plain = item_of(own.rows, "Mole\nChest").foreground(0)
    click(own.retire)
    assert page.named == [replace(MOLE, retired=True)]
    assert texts(own.rows) == ["Scar\nRight palm", "Mole\nChest \u2013 retired"]
    assert item_of(own.rows, "Mole\nChest \u2013 retired").foreground(0) != plain
    assert texts(page.dialog.list) == ["Scar"]
    assert "Mole" not in seen_regions(page.dialog.tree)
    assert own.rows.current() == MOLE.id
    click(own.retire)
    assert page.named[1] == MOLE
    assert texts(page.dialog.list) == ["Mole", "Scar"]


def test_a_region_without_entries_is_deleted_with_its_place_in_the_list(page, click):
    place = FollowedRegion(SCAR.id, position=0)
    page.hold(SCAR, place)
    click(page.dialog.own.delete)
    assert page.removed == [(SCAR, place)]
    assert page.diary.of(OwnRegion) == page.diary.of(FollowedRegion) == ()
    assert texts(page.dialog.list) == []
    assert not page.dialog.own.rows.isVisible()
    page.hold(MOLE)
    click(page.dialog.own.delete)
    assert page.removed[1] == (MOLE,)


def test_a_region_with_entries_is_only_retired_and_the_reason_is_said(page, click):
    page.hold(SCAR, MOLE, Rating(NOW.date(), SCAR.id, 3, "same_day", NOW))
    own = page.dialog.own
    click(own.rows, "Scar\nRight palm")
    assert not own.delete.isEnabled()
    assert own._why.text() == "Its entries need its name, so it can only be retired."
    assert own._why.isVisible()
    click(own.rows, "Mole\nChest")
    assert own.delete.isEnabled()
    assert not own._why.isVisible()


@pytest.mark.parametrize("name", ["<b>x</b>", "\u0646\u062f\u0628\u0629 (\u064a\u062f)", "A & B"])
def test_a_name_is_shown_as_it_was_typed(page, qtbot, click, name):
    click(page.dialog.own.add)
    answer(qtbot, page, name, "chest")
    assert texts(page.dialog.list) == ticked(page) == [name]
    assert texts(page.dialog.own.rows) == [f"{name}\nChest"]
    assert "<b>" not in page.dialog.list.topLevelItem(0).toolTip(0)
    assert page.dialog._said.text() == f"Added: \u2068{name}\u2069"
    assert page.dialog._said.textFormat() == Qt.TextFormat.PlainText


def test_an_answer_of_the_diary_moves_neither_the_current_row_nor_the_view(page, qtbot):
    tree = page.dialog.tree
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_End)
    scrolled = tree.verticalScrollBar().value()
    page.hold(FollowedRegion("chest"))
    assert scrolled > 0
    assert (tree.current(), tree.verticalScrollBar().value()) == ("sole_left", scrolled)
    assert page.put == [], "showing is no choice"


def test_every_control_has_a_name_and_the_tab_key_reaches_it(page, qtbot, click):
    page.hold(SCAR, FollowedRegion("chest"))
    dialog = page.dialog
    kinds = (QAbstractButton, QLineEdit, QTreeWidget)
    controls = [w for kind in kinds for w in dialog.findChildren(kind) if w.isVisible()]
    controls = [w for w in controls if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert all(w.accessibleName() or w.text() for w in controls)
    reached = []
    for _ in range(len(controls)):
        reached.append(dialog.focusWidget())
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert set(controls) == set(reached)
    assert all(w.height() >= 30 for w in (dialog.up, dialog.remove, dialog.own.add))


def test_the_dialog_fits_a_small_screen_by_scrolling_and_by_one_column(page, qtbot):
    dialog = page.dialog
    page.hold(OwnRegion("W" * 200, "chest", id="own_w"), FollowedRegion("own_w"))
    small = dialog.minimumSizeHint()
    assert small.expandedTo(QSize(330, 300)) == QSize(330, 300)

    def top_of(part):
        return part.mapTo(dialog, QPoint(0, 0)).y()

    assert top_of(dialog.list) < top_of(dialog.tree)
    dialog.resize(360, 320)
    qtbot.waitUntil(lambda: top_of(dialog.list) > top_of(dialog.tree) + dialog.tree.height())
    assert dialog.list.width() < 360
