"""The parts of a board page, a module for each kind of section: from answers to frozen values."""
