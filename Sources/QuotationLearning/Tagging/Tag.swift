/// What a token is part of, in the flat layer of rendered speech: sixteen tags, so that the scores of
/// all of them for one token fill one vector.
///
/// Direct quotations that stand alone are `direct`; those inside rendered speech carry the tag of their
/// host and are decided afterwards, mark by mark.
public enum Tag: UInt8, CaseIterable, Sendable {
  case outside
  /// Of a reporting clause, but neither its cue nor its speaker.
  case frame
  case cue
  case speaker
  case indirectBegin
  case indirect
  /// First token of a further span of the Indirect statement before: the frame stands in its middle.
  case indirectAgain
  case reportedBegin
  case reported
  /// First token of a Reported statement that begins with its speaker.
  case reportedBeginSpeaker
  case reportedSpeaker
  case freeBegin
  case free
  case konjunktivBegin
  case konjunktiv
  case direct

  public static let count = 16

  /// Whether a quote's span begins with a token of this tag.
  public var beginsSpan: Bool {
    switch self {
    case .indirectBegin, .indirectAgain, .reportedBegin, .reportedBeginSpeaker, .freeBegin,
      .konjunktivBegin:
      true
    default: false
    }
  }

  /// Whether the token lies in a quote.
  var isQuote: Bool {
    switch self {
    case .outside, .frame, .cue, .speaker: false
    default: true
    }
  }

  /// Whether a token of this tag may follow one of another.
  public func mayFollow(_ previous: Tag) -> Bool {
    switch self {
    case .indirect:
      previous == .indirect || previous == .indirectBegin || previous == .indirectAgain
    case .reported, .reportedSpeaker:
      previous == .reportedBegin || previous == .reported || previous == .reportedSpeaker
        || previous == .reportedBeginSpeaker
    case .free: previous == .free || previous == .freeBegin
    case .konjunktiv: previous == .konjunktiv || previous == .konjunktivBegin
    default: true
    }
  }

  /// Whether a text may begin with it.
  public var mayBegin: Bool {
    switch self {
    case .indirect, .reported, .reportedSpeaker, .free, .konjunktiv, .indirectAgain: false
    default: true
    }
  }
}
