// Keeps a board fresh; see Board.
