from comity.sources.prose import prose


def test_paragraphs_are_parted_by_blank_lines_and_notes_stand_after_a_rule() -> None:
    assert prose(["а", "б"], []) == "а\n\nб\n"
    assert prose(["а"], ["1 б"]) == f"а\n\n{'_' * 18}\n\n1 б\n"
    assert prose([], []) == ""
