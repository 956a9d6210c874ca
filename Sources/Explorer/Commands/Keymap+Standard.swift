import ScreenModel

extension Keymap {
  /// The keys as delivered. Nothing needed often hides behind AltGr or a dead key of a German keyboard:
  /// `]` and `[` have `.` and `,` beside them.
  public static let standard = Keymap(
    moving + statements + time + filters + views + typing + program)

  private static let panes = KeyContext.panes
  private static let lists: Set<KeyContext> = panes.union(KeyContext.views)
  private static let filtered: Set<KeyContext> = panes.union(KeyContext.standings)
  private static let everywhere: Set<KeyContext> = lists.union([.picker])

  private static let moving: [Binding] = [
    Binding(.down, ["j"], in: lists, .moving, "down"),
    Binding(.down, [.down, .control("n")], in: everywhere, .moving, ""),
    Binding(.up, ["k"], in: lists, .moving, "up"),
    Binding(.up, [.up, .control("p")], in: everywhere, .moving, ""),
    Binding(.pageDown, [" "], in: lists, .moving, "a page down"),
    Binding(.pageDown, [.pageDown], in: everywhere, .moving, ""),
    Binding(.pageUp, ["b"], in: lists, .moving, "a page up"),
    Binding(.pageUp, [.pageUp], in: everywhere, .moving, ""),
    Binding(.halfPageDown, [.control("d")], in: lists, .moving, "half a page down"),
    Binding(.halfPageUp, [.control("u")], in: lists, .moving, "half a page up"),
    Binding(.first, ["g", .home], in: lists, .moving, "to the first"),
    Binding(.last, ["G", .end], in: lists, .moving, "to the last"),
    Binding(.nextPane, [.tab], in: panes, .moving, "next pane"),
    Binding(.previousPane, [.backTab], in: panes, .moving, "previous pane"),
    Binding(.paneRight, ["l", .right], in: panes, .moving, "pane to the right"),
    Binding(.paneLeft, ["h", .left], in: panes, .moving, "pane to the left"),
    Binding(.zoom, ["z"], in: panes, .moving, "this pane alone, and back"),
    Binding(.toggleSidebar, ["i"], in: panes, .moving, "show or hide who stands where"),
    Binding(.open, [.enter], in: [.list], .moving, "read the article"),
    Binding(.open, [.enter], in: [.text], .moving, "explain what is selected"),
    Binding(.open, [.enter], in: [.sidebar], .moving, "list these statements"),
    Binding(.open, [.enter], in: [.items], .moving, "go there"),
    Binding(.cellLeft, ["h", .left], in: [.matrix], .moving, "cell to the left"),
    Binding(.cellRight, ["l", .right], in: [.matrix], .moving, "cell to the right"),
    Binding(.firstColumn, ["0"], in: [.matrix], .moving, "to the first concept"),
    Binding(.lastColumn, ["$"], in: [.matrix], .moving, "to the last concept"),
    Binding(.open, [.enter], in: [.matrix], .moving, "list the statements of the cell"),
    Binding(.open, [.enter], in: [.profile], .moving, "list its statements, or go there"),
    Binding(.back, ["H", .backspace, .control("o")], in: lists, .moving, "back, as in a browser"),
    Binding(.forward, ["L"], in: lists, .moving, "forward again"),
  ]

  private static let statements: [Binding] = [
    Binding(.nextStatement, ["J"], in: panes, .statements, "next statement, across articles"),
    Binding(.previousStatement, ["K"], in: panes, .statements, "previous statement"),
    Binding(.nextRelated, [".", "]"], in: panes, .statements, "next related statement"),
    Binding(.previousRelated, [",", "["], in: panes, .statements, "previous related statement"),
    Binding(.nextContradiction, ["!"], in: panes, .statements, "next that contradicts this one"),
    Binding(.listRelated, ["r"], in: panes, .statements, "related ones with reasons"),
  ]

  private static let time: [Binding] = [
    Binding(.promptDate, ["d"], in: filtered, .time, "type a date or a stretch of time"),
    Binding(.windowEarlier, ["<"], in: filtered, .time, "earlier by one unit"),
    Binding(.windowLater, [">"], in: filtered, .time, "later by one unit"),
    Binding(.coarser, ["-"], in: filtered, .time, "coarser: month … year, all"),
    Binding(.finer, ["+"], in: filtered, .time, "finer: year … week, day"),
    Binding(.clearDate, ["D"], in: filtered, .time, "all time"),
    Binding(.toggleUncertain, ["U"], in: filtered, .time, "hide or show possible and undated"),
  ]

  private static let filters: [Binding] = [
    Binding(.filterActor, ["a"], in: filtered, .filters, "by actor"),
    Binding(.filterConcept, ["c"], in: filtered, .filters, "by concept"),
    Binding(.filterStance, ["s"], in: filtered, .filters, "by stance"),
    Binding(.filterType, ["t"], in: filtered, .filters, "by type of statement"),
    Binding(.clearFilters, ["X"], in: filtered, .filters, "clear all filters"),
    Binding(.open, [.enter], in: [.picker], .filters, "filter by this value"),
    Binding(.toggleValue, [.tab], in: [.picker], .filters, "add or take out, and stay"),
    Binding(.search, ["/"], in: panes, .filters, "search in texts and titles"),
    Binding(.nextMatch, ["n"], in: panes, .filters, "next match"),
    Binding(.previousMatch, ["N"], in: panes, .filters, "previous match"),
    Binding(.toggleRelevance, ["o"], in: panes, .filters, "what was found: newest or best first"),
  ]

  private static let views: [Binding] = [
    Binding(
      .explain, ["e"], in: panes.union([.page]), .views, "why this date, speaker and stance"),
    Binding(.actorPage, ["A"], in: filtered, .views, "page of the actor"),
    Binding(.conceptPage, ["C"], in: filtered, .views, "page of the concept"),
    Binding(.matrix, ["M"], in: filtered, .views, "matrix: all actors, all concepts"),
    Binding(
      .nextContradiction, ["!"], in: [.profile], .statements, "next change of position"),
    Binding(
      .copyCitation, ["y"], in: panes.union([.items]), .views, "copy it as a citation"),
    Binding(.mark, ["m"], in: panes, .views, "mark the statement, or unmark it"),
    Binding(.listMarks, ["B"], in: panes, .views, "list the marked statements"),
    Binding(.problems, ["w"], in: panes, .views, "what could not be read well"),
    Binding(.help, ["?", .function(1)], in: lists, .views, "this help"),
  ]

  private static let typing: [Binding] = [
    Binding(.open, [.enter], in: [.prompt], .editing, "take it"),
    Binding(.cursorLeft, [.left], in: [.prompt, .picker], .editing, ""),
    Binding(.cursorRight, [.right], in: [.prompt, .picker], .editing, ""),
    Binding(
      .lineStart, [.control("a"), .home], in: [.prompt, .picker], .editing, "start of the line"),
    Binding(.lineEnd, [.control("e"), .end], in: [.prompt, .picker], .editing, "its end"),
    Binding(.deleteBackward, [.backspace], in: [.prompt, .picker], .editing, ""),
    Binding(.deleteForward, [.delete], in: [.prompt, .picker], .editing, ""),
    Binding(.deleteWord, [.control("w")], in: [.prompt, .picker], .editing, "delete a word"),
    Binding(.deleteToStart, [.control("u")], in: [.prompt, .picker], .editing, "delete the line"),
    Binding(.deleteToEnd, [.control("k")], in: [.prompt, .picker], .editing, "delete the rest"),
  ]

  private static let program: [Binding] = [
    Binding(.commandLine, [":"], in: filtered, .program, "a command by name"),
    Binding(.complete, [.tab], in: [.prompt], .editing, "complete, next (after :)"),
    Binding(.completeBackwards, [.backTab], in: [.prompt], .editing, ""),
    Binding(.down, [.down], in: [.prompt], .editing, ""),
    Binding(.up, [.up], in: [.prompt], .editing, ""),
    Binding(.close, [.escape], in: Set(KeyContext.allCases), .program, "one step back"),
    Binding(.closeOrQuit, ["q"], in: lists, .program, "close the view; at the bottom quit"),
    Binding(.cancel, [.control("c")], in: Set(KeyContext.allCases), .program, ""),
    Binding(.redraw, [.control("l")], in: Set(KeyContext.allCases), .program, "draw anew"),
    Binding(.suspend, [.control("z")], in: Set(KeyContext.allCases), .program, "suspend"),
  ]
}

extension Key: ExpressibleByUnicodeScalarLiteral {}
extension Key: ExpressibleByExtendedGraphemeClusterLiteral {}
extension Key {
  /// A character stands for its key, so that the table reads like the keyboard.
  public init(extendedGraphemeClusterLiteral value: Character) { self = .character(value) }
}
