/// What the user wants, named by intent; the keys that mean it stand in `Keymap`.
public enum Command: String, Hashable, Sendable, CaseIterable {
  case down, up, pageDown, pageUp, halfPageDown, halfPageUp, first, last
  case nextPane, previousPane, paneRight, paneLeft, zoom, toggleSidebar
  /// Go in: from the list to the text, from the text to its explanation.
  case open
  /// Close the topmost prompt or view.
  case close
  /// Close the topmost view; at the bottom leave the program.
  case closeOrQuit
  /// Ctrl-C: leave a prompt or view; at the bottom say how to quit.
  case cancel
  case nextStatement, previousStatement
  case nextRelated, previousRelated, nextContradiction, listRelated
  case back, forward
  case promptDate, windowEarlier, windowLater, coarser, finer, clearDate, toggleUncertain
  case filterActor, filterConcept, filterStance, filterType, clearFilters
  case search, nextMatch, previousMatch, toggleRelevance
  case explain, help, problems
  /// What the user keeps: the statement on the clipboard, a mark, the list of marks.
  case copyCitation, mark, listMarks
  /// The pages made of stances: an actor's, a concept's, all actors by all concepts.
  case actorPage, conceptPage, matrix
  /// From cell to cell of the matrix.
  case cellLeft, cellRight, firstColumn, lastColumn
  /// In a list of values: add the value to the filter, or take it out, and stay.
  case toggleValue
  /// A command by name, and what Tab does in it.
  case commandLine, complete, completeBackwards
  case redraw, suspend
  // Editing a line.
  case cursorLeft, cursorRight, lineStart, lineEnd, deleteBackward, deleteForward
  case deleteWord, deleteToStart, deleteToEnd
}
