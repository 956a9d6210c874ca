import ScreenModel

/// What `update` wants from the world.
public enum Effect: Sendable, Equatable {
  /// Ask the corpus (`perform`) and send the answer back with the same generation.
  ///
  /// The loop may wait `delayMilliseconds` before it asks; a newer question of the same slot makes the
  /// older one needless.
  case ask(Question, slot: QuestionSlot, generation: Int, delayMilliseconds: Int)
  /// Put a line on the user's clipboard.
  case copy(String)
  /// Store that a statement is marked, or is so no longer; answered by `Event.marked`.
  case saveMark(Mark, isMarked: Bool)
  /// Leave the program.
  case quit
  /// Stop as after Ctrl-Z, and paint everything on return.
  case suspend
  /// Paint everything anew.
  case redraw
}

/// What happens to the explorer.
public enum Event: Sendable {
  case key(Key)
  case resized(Size)
  case answer(Answer, slot: QuestionSlot, generation: Int)
  /// The marks of this archive, read when the program began.
  case marks([Mark])
  /// A mark is stored, or taken away for good.
  case marked(Mark, isMarked: Bool)
  /// Something that was asked for could not be done; a sentence for the status line.
  case failed(String)
  /// The corpus is another than before: articles were read anew, came or went. Keys still hold.
  case corpusChanged
  /// How far the work behind the corpus is; nil when there is none.
  case progress(WorkProgress?)
}
