/// What to do next, in a few words: the commands worth naming where the keyboard is, most wanted first.
public struct Hint: Sendable {
  /// As the hint names them: "j k".
  public var keys: String
  /// What they do, in a word or three.
  public var words: String
}

extension Keymap {
  /// The hints of a context; a command without a key is left out.
  public func hints(for context: KeyContext) -> [Hint] {
    hints(Self.worthNaming(in: context), in: context)
  }

  /// Hints of a view's own.
  func hints(_ named: [([Command], String)], in context: KeyContext) -> [Hint] {
    named.compactMap { commands, words in
      let names = commands.compactMap { name(of: $0, in: context) }
      return names.isEmpty ? nil : Hint(keys: names.joined(separator: " "), words: words)
    }
  }

  private static func worthNaming(in context: KeyContext) -> [([Command], String)] {
    switch context {
    case .list:
      [
        ([.down, .up], "move"), ([.open], "read"), ([.nextStatement], "next statement"),
        ([.promptDate], "date"), ([.filterActor, .filterConcept], "actor, concept"),
        ([.matrix], "matrix"), ([.search], "search"), ([.toggleSidebar], "who stands where"),
        ([.help], "help"),
        ([.closeOrQuit], "quit"),
      ]
    case .text:
      [
        ([.nextStatement, .previousStatement], "statement"), ([.nextRelated], "related"),
        ([.nextContradiction], "contradiction"), ([.explain], "explain"), ([.down, .up], "scroll"),
        ([.actorPage, .conceptPage], "pages"), ([.back], "back"), ([.paneLeft], "list"),
        ([.help], "help"),
      ]
    case .sidebar:
      [
        ([.down, .up], "move"), ([.open], "its statements"),
        ([.actorPage, .conceptPage], "pages"), ([.nextStatement], "next statement"),
        ([.paneLeft], "text"), ([.toggleSidebar], "hide"), ([.help], "help"),
      ]
    case .prompt:
      [([.open], "take it"), ([.close], "as before"), ([.deleteToStart], "empty the line")]
    case .picker:
      [
        ([.up, .down], "move"), ([.open], "only this"), ([.toggleValue], "add, take out"),
        ([.close], "as before"),
      ]
    case .items:
      [
        ([.down, .up], "move"), ([.open], "go there"), ([.copyCitation], "copy as citation"),
        ([.close], "close"),
      ]
    case .matrix:
      [
        ([.down, .up, .cellLeft, .cellRight], "move"), ([.open], "its statements"),
        ([.actorPage], "actor"), ([.conceptPage], "concept"),
        ([.windowEarlier, .windowLater], "earlier, later"), ([.help], "help"),
        ([.close], "close"),
      ]
    case .profile:
      [
        ([.down, .up], "move"), ([.open], "its statements"), ([.nextContradiction], "change"),
        ([.actorPage, .conceptPage], "actor, concept"),
        ([.windowEarlier, .windowLater], "earlier, later"), ([.help], "help"),
        ([.close], "close"),
      ]
    case .page:
      [([.down, .up], "scroll"), ([.pageDown], "page"), ([.close], "close")]
    }
  }
}

extension ExplorerState {
  /// What to do next where the keyboard is.
  public var hints: [Hint] {
    if let own = overlays.last?.hints { return keymap.hints(own, in: context) }
    let standing = keymap.hints(for: context)
    // One pane alone does not tell by itself that there are others.
    guard isZoomed, overlays.isEmpty else { return standing }
    return keymap.hints([([.zoom], "all panes")], in: context) + standing
  }
}
