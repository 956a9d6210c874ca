import CorpusStore
import ScreenModel

/// The explorer's one step: takes in what happened and says what it wants from the world.
///
/// A plain function without clock, file or task: a list of events is a bug report and a test.
public func update(_ state: inout ExplorerState, _ event: Event) -> [Effect] {
  var effects: [Effect] = []
  switch event {
  case .key(let key):
    state.message = nil
    effects = state.take(key)
  case .resized(let size):
    state.size = size
  case .marks(let marks): state.marks = marks
  case .marked(let mark, let isMarked):
    state.receive(mark, isMarked: isMarked)
    return state.settle() + state.continueTypedAhead()
  case .failed(let sentence):
    state.savesMark = false
    state.say(sentence, .warning)
    return state.settle() + state.continueTypedAhead()
  case .answer(let answer, let slot, let generation):
    // An answer to an older question is dropped.
    guard state.asked[slot]?.generation == generation, state.asked[slot]?.isAnswered == false else {
      return []
    }
    state.asked[slot]?.isAnswered = true
    effects = state.receive(answer, in: slot)
    effects += state.settle()
    return effects + state.continueTypedAhead()
  case .corpusChanged: state.askEverythingAnew()
  case .progress(let progress): state.progress = progress
  }
  return effects + state.settle()
}

/// What the loop asks for before the first key.
public func start(_ state: inout ExplorerState) -> [Effect] { state.settle() }

extension ExplorerState {
  mutating func press(_ key: Key) -> [Effect] {
    switch key {
    case .mouse(let event): return pointer(event)
    case .paste(let text):
      paste(text)
      return []
    default: break
    }
    guard let command = keymap.command(for: key, in: context) else {
      if case .character(let character) = key, var overlay = overlays.popLast() {
        overlay.type(character, &self)
        overlays.append(overlay)
      }
      return []
    }
    switch command {
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    default: break
    }
    if let overlay = overlays.last, overlay.context.passes(command) { return perform(command) }
    guard var overlay = overlays.popLast() else { return perform(command) }
    if command == .help, overlay.context != .prompt, overlay.context != .picker {
      overlays.append(overlay)
      openHelp(for: overlay.context)
      return []
    }
    switch overlay.perform(command, &self) {
    case .stay: overlays.append(overlay)
    case .stayWith(let effects):
      overlays.append(overlay)
      return effects
    case .close:
      if [.close, .closeOrQuit, .cancel].contains(command) {
        history.forget(Visit(place: place, views: overlays))
      }
    case .open(let next): overlays += [overlay, next]
    case .replace(let next):
      overlays.append(next)
      asked[.overlay] = nil
    case .closeWith(let effects): return effects
    }
    return []
  }

  /// Takes pasted text into the line that is being typed; elsewhere its letters would act as commands.
  private mutating func paste(_ text: String) {
    guard var overlay = overlays.popLast() else {
      say("pasted text goes into a prompt · \(keymap.name(of: .search, in: .list) ?? "/") searches")
      return
    }
    if overlay.context == .prompt || overlay.context == .picker {
      let words = text.unicodeScalars.split { $0.value < 0x21 || 0x7F...0xA0 ~= $0.value }
      for character in words.map(String.init).joined(separator: " ") {
        overlay.type(character, &self)
      }
    } else {
      say("pasted text goes into a prompt")
    }
    overlays.append(overlay)
  }

  /// Does a command of the panes.
  mutating func perform(_ command: Command) -> [Effect] {
    switch command {
    case .down, .up, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .first, .last:
      move(command)
    case .nextPane: movePane(by: 1, wraps: true)
    case .previousPane: movePane(by: -1, wraps: true)
    case .paneRight: movePane(by: 1, wraps: false)
    case .paneLeft: movePane(by: -1, wraps: false)
    case .zoom: isZoomed.toggle()
    case .toggleSidebar: toggleSidebar()
    case .open: return open()
    case .close: stepOut()
    case .closeOrQuit: return [.quit]
    case .cancel: say("\(keymap.name(of: .closeOrQuit, in: context) ?? "q") quits")
    case .nextStatement: return stepStatement(backwards: false)
    case .previousStatement: return stepStatement(backwards: true)
    case .nextRelated: walkRelated(backwards: false, onlyContradictions: false)
    case .previousRelated: walkRelated(backwards: true, onlyContradictions: false)
    case .nextContradiction: walkRelated(backwards: false, onlyContradictions: true)
    case .listRelated: openRelated()
    case .back, .forward: travel(command)
    case .promptDate: overlays.append(DatePrompt(self))
    case .windowEarlier: moveWindow(by: -1)
    case .windowLater: moveWindow(by: 1)
    case .coarser: coarsenWindow()
    case .finer: refineWindow()
    case .clearDate: clearWindow()
    case .toggleUncertain: toggleUncertain()
    case .filterActor: overlays.append(FacetPicker(.actor, self))
    case .filterConcept: overlays.append(FacetPicker(.concept, self))
    case .filterStance: overlays.append(FacetPicker(.stance, self))
    case .filterType: overlays.append(FacetPicker(.type, self))
    case .clearFilters: clearFilters()
    case .search: overlays.append(SearchPrompt(self))
    case .toggleRelevance: toggleRelevance()
    case .nextMatch: return stepMatch(backwards: false)
    case .previousMatch: return stepMatch(backwards: true)
    case .explain: openExplanation()
    case .problems: overlays.append(PageView(.problems(nil)))
    case .help: openHelp(for: focus.context)
    case .commandLine: overlays.append(CommandLine())
    case .copyCitation: return copyCitation()
    case .mark: return toggleMark()
    case .listMarks: openMarks()
    case .matrix: openMatrix()
    case .actorPage: openActorPage()
    case .conceptPage: openConceptPage()
    case .complete, .completeBackwards, .cellLeft, .cellRight, .firstColumn, .lastColumn,
      .toggleValue, .redraw, .suspend,
      .cursorLeft, .cursorRight, .lineStart, .lineEnd,
      .deleteBackward, .deleteForward, .deleteWord, .deleteToStart, .deleteToEnd:
      break
    }
    return []
  }
}
