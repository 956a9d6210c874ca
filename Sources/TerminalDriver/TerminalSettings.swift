import ScreenModel

/// What a user may decide about the terminal; nil lets the terminal's own description decide.
public struct TerminalSettings: Sendable {
  /// Depth of colour. `NO_COLOR` in the environment wins over the description, this over both.
  public var colours: ColourDepth?
  public var glyphs: GlyphSet?
  /// Whether clicks and the wheel arrive as keys. This takes away the terminal's own selection.
  public var usesMouse: Bool
  /// How long the bytes of one key may lie apart; nil for 25 ms, or 100 ms over SSH.
  public var escapeDelayMilliseconds: Int?

  public init(
    colours: ColourDepth? = nil, glyphs: GlyphSet? = nil, usesMouse: Bool = false,
    escapeDelayMilliseconds: Int? = nil
  ) {
    self.colours = colours
    self.glyphs = glyphs
    self.usesMouse = usesMouse
    self.escapeDelayMilliseconds = escapeDelayMilliseconds
  }
}

/// What the terminal and the system have to say.
public enum TerminalEvent: Sendable, Hashable {
  case key(Key)
  /// The window changed, or the program came back after a stop; paint again.
  case resized(Size)
  /// A worker called `Waker.wake()`.
  case woken
  /// Somebody asks the program to end; it should restore the screen and exit with 128 + signal.
  case terminated(signal: Int32)
  /// The terminal is gone; exit code 1.
  case hungUp
}
