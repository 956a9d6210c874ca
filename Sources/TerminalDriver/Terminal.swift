import CNcurses
import CSignalPipe
import Glibc
import ScreenModel

/// The user's terminal as a screen: made once, given back when it goes out of scope.
///
/// All of it belongs to one thread, which sleeps in `nextEvents`; other threads only call `Waker.wake`.
/// `exit` runs no `deinit`: leave the scope first, then exit. A crash gives the screen back by a handler in
/// C.
///
///     var terminal = try Terminal()
///     terminal.present(canvas)
///     for event in terminal.nextEvents() { ... }
public struct Terminal: ~Copyable {
  /// What looks are chosen from; a depth of colour that this terminal has.
  public let theme: Theme
  public let glyphs: GlyphSet
  /// A sentence to show once, when the user's locale is not UTF-8.
  public let localeWarning: String?
  /// Rows and columns now; changes are announced by `TerminalEvent.resized`.
  public private(set) var size: Size

  private let screen: OpaquePointer
  let device: Device
  private let capture: FrameCapture
  /// Nil for a terminal of other sequences than it knows.
  private var shortener: FrameShortener?
  private let pipe: Int32
  private var keys: KeyDecoder
  private var painter: CellPainter
  private var isCursorVisible = true
  /// Whether the next frame repaints every cell, because something else wrote on the screen.
  private var repaintsAll = true

  /// Takes over the terminal. Nothing is written to it before the first `present`.
  ///
  /// Standard input and output may be pipes: the controlling terminal is used.
  public init(_ settings: TerminalSettings = TerminalSettings()) throws(TerminalError) {
    let localeWarning = TerminalLocale.prepare()
    let device = try Device.open()
    let type = Device.environment("TERM") ?? ""
    guard !type.isEmpty, sp_load_terminal(type, device.descriptor) == 1 else {
      throw .unknownType(type)
    }
    guard sp_capability("cup") != nil else { throw .tooSimple(type) }
    let pipe = sp_signal_pipe()
    guard pipe >= 0 else { throw .system("no pipe") }
    // Before newterm changes the modes that are to be restored.
    guard sp_arm_crash_restore(device.descriptor) == 0 else { throw .noTerminal }
    let capture = try FrameCapture(of: device.descriptor)
    guard let screen = Self.open(type, device, capture.stream) else {
      sp_restore_terminal()
      throw .unknownType(type)
    }
    // Until the first endwin, ncurses flushes after each movement of the cursor: twenty to forty
    // writes a frame instead of one.
    endwin()
    raw()
    nonl()
    noecho()
    typeahead(-1)
    let isRemote = Device.environment("SSH_CONNECTION") != nil
    set_escdelay(Int32(settings.escapeDelayMilliseconds ?? (isRemote ? 100 : 25)))
    KeyDecoder.defineKeys()
    // A pad is never painted, so reading from it paints nothing.
    let input = newpad(1, 1)
    keypad(input, true)
    nodelay(input, true)
    keys = KeyDecoder(window: input)
    leaveok(sp_stdscr(), false)
    if settings.usesMouse {
      mouseinterval(0)
      mousemask(sp_click_mask() | sp_wheel_up_mask() | sp_wheel_down_mask(), nil)
    }
    theme = Theme(depth: Self.depth(settings))
    glyphs = settings.glyphs ?? Self.glyphs(of: type)
    painter = CellPainter(theme: theme, glyphs: glyphs)
    self.localeWarning = localeWarning
    self.screen = screen
    self.device = device
    self.capture = capture
    self.pipe = pipe
    shortener = Self.shortener()
    size = Size(columns: Int(sp_columns()), rows: Int(sp_rows()))
    let ending = ["sgr0", "rmkx", "cnorm", "rmcup"].map { (name: String) in
      sp_capability(name).map { Device.withoutPadding(String(cString: $0)) } ?? ""
    }.joined()
    let mouseOff = settings.usesMouse ? "\u{1B}[?1000l\u{1B}[?1006l" : ""
    let pasteOff = shortener == nil ? "" : Self.pasteOff
    let bytes = Array((pasteOff + mouseOff + ending + "\r\n").utf8)
    bytes.withUnsafeBytes {
      sp_set_crash_bytes($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
    }
    // After newterm, which installs its own.
    sp_forward_signals()
    readSize()
  }

  deinit {
    leave()
    sp_stop_forwarding_signals()
    sp_restore_terminal()
    delscreen(screen)
    device.close()
  }

  /// Shows a canvas: the cells that changed since the last one, in one write.
  ///
  /// The cursor rests on `canvas.cursor`, or is hidden without one. A canvas of another size than the
  /// terminal's is cut or leaves the rest blank.
  public mutating func present(_ canvas: Canvas) {
    let window = sp_stdscr()
    if canvas.size.columns < size.columns || canvas.size.rows < size.rows { werase(window) }
    painter.paint(canvas, on: window)
    var greeting: [UInt8] = []
    if isendwin() {
      // ncurses takes the terminal back by itself, with an empty screen.
      werase(sp_newscr())
      doupdate()
      shortener?.forget()
      greeting = Array(Self.pasteOn.utf8)
    } else if repaintsAll {
      clearok(sp_curscr(), true)
    }
    repaintsAll = false
    if let cursor = canvas.cursor {
      wmove(
        window, Int32(min(max(0, cursor.row), size.rows - 1)),
        Int32(min(max(0, cursor.column), size.columns - 1)))
    }
    let showsCursor = canvas.cursor != nil
    let changesCursor = showsCursor != isCursorVisible
    isCursorVisible = showsCursor
    func update() {
      if changesCursor { curs_set(showsCursor ? 1 : 0) }
      wnoutrefresh(window)
      doupdate()
    }
    guard shortener != nil else { return update() }
    if let frame = capture.bytes(update) {
      _ = device.send((shortener?.shorten(frame) ?? frame) + greeting)
    } else {
      shortener?.forget()
    }
  }

  /// Makes the next `present` repaint every cell (Ctrl-L).
  public mutating func redraw() { repaintsAll = true }

  /// Waits until something happens, and returns all that has: every pending key in order, so that the
  /// caller paints once for many.
  ///
  /// - Parameter timeoutMilliseconds: how long to wait; nil for as long as it takes. Empty when it runs out.
  public mutating func nextEvents(timeoutMilliseconds: Int? = nil) -> [TerminalEvent] {
    var polls = [
      pollfd(fd: device.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: pipe, events: Int16(POLLIN), revents: 0),
    ]
    // A signal interrupts the wait and has put its byte into the pipe.
    let count = poll(&polls, 2, timeoutMilliseconds.map { Int32(clamping: $0) } ?? -1)
    guard count > 0 || (count < 0 && errno == EINTR) else { return [] }
    var events: [TerminalEvent] = []
    for byte in readPipe() { handle(Int32(byte), into: &events) }
    if polls[0].revents & Int16(POLLIN) != 0 { events += keys.drain().map { .key($0) } }
    if polls[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { events.append(.hungUp) }
    return events
  }

  /// Gives the terminal back to the shell and stops, as Ctrl-Z asks; returns when the user comes back.
  ///
  /// Call `present` then: it repaints every cell. The size may have changed meanwhile.
  public mutating func suspend() {
    leave()
    sp_stop_process()
    repaintsAll = true
    readSize()
  }

  /// Marks what is pasted, so that it is not taken for keys; sent where sequences are known to be ECMA-48's.
  private static let pasteOn = "\u{1B}[?2004h"
  private static let pasteOff = "\u{1B}[?2004l"

  /// Gives the screen back.
  private func leave() {
    if shortener != nil, !isendwin() { _ = device.send(Array(Self.pasteOff.utf8)) }
    endwin()
  }

  private mutating func handle(_ byte: Int32, into events: inout [TerminalEvent]) {
    switch byte {
    case 0:
      if !events.contains(.woken) { events.append(.woken) }
    case SIGWINCH, SIGCONT:
      if byte == SIGCONT, !isendwin() {
        // Stopped without our doing (SIGSTOP): the shell has set its own modes since.
        leave()
      }
      readSize()
      repaintsAll = true
      events.removeAll { if case .resized = $0 { true } else { false } }
      events.append(.resized(size))
    case SIGTSTP:
      suspend()
      if !events.contains(.resized(size)) { events.append(.resized(size)) }
    default: events.append(.terminated(signal: byte))
    }
  }

  private mutating func readSize() {
    var rows: Int32 = 24
    var columns: Int32 = 80
    // A terminal that does not know its size, such as a serial line, keeps the one it has.
    let isKnown = sp_terminal_size(device.descriptor, &rows, &columns) == 0
    guard isKnown || size.rows >= 200 else { return }
    if Int(rows) != size.rows || Int(columns) != size.columns {
      resizeterm(rows, columns)
      size = Size(columns: Int(columns), rows: Int(rows))
    }
  }

  private func readPipe() -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = read(pipe, &buffer, buffer.count)
    return count > 0 ? Array(buffer[..<count]) : []
  }

  /// Opens ncurses' screen with a buffer for whole frames, for terminals whose frames go out as they are.
  ///
  /// ncurses sizes its buffer for one byte a cell at start and writes whenever that is full, so that a frame
  /// with colours would arrive in two pieces. A screen of four times the rows gets a buffer that suffices;
  /// `readSize` gives it its true size before anything is drawn.
  private static func open(
    _ type: String, _ device: Device, _ output: UnsafeMutablePointer<FILE>
  ) -> OpaquePointer? {
    let names = ["LINES", "COLUMNS"]
    let before = names.map { Device.environment($0) }
    var rows: Int32 = 24
    var columns: Int32 = 80
    _ = sp_terminal_size(device.descriptor, &rows, &columns)
    setenv("LINES", String(max(200, 4 * rows)), 1)
    setenv("COLUMNS", String(max(120, columns)), 1)
    let screen = newterm(type, output, device.stream)
    for (name, value) in zip(names, before) {
      if let value { setenv(name, value, 1) } else { unsetenv(name) }
    }
    return screen
  }

  /// Colours of the terminal; none when it cannot keep its own background.
  private static func depth(_ settings: TerminalSettings) -> ColourDepth {
    let isUnwanted = Device.environment("NO_COLOR").map { !$0.isEmpty } ?? false
    let wanted = settings.colours ?? (isUnwanted ? ColourDepth.none : .many)
    guard wanted != .none, has_colors(), start_color() == OK, use_default_colors() == OK else {
      return .none
    }
    return min(wanted, ColourDepth(colours: Int(sp_colours())))
  }

  /// Nil for terminals that do not understand the shorter sequences.
  private static func shortener() -> FrameShortener? {
    func capability(_ name: String) -> String? {
      sp_capability(name).map { Device.withoutPadding(String(cString: $0)) }
    }
    guard
      FrameShortener.isFor(
        reset: capability("sgr0") ?? "", bold: capability("bold") ?? "",
        underlineOff: capability("rmul") ?? "", colour: capability("setaf"))
    else { return nil }
    return FrameShortener()
  }

  private static func glyphs(of type: String) -> GlyphSet {
    if type == "linux" || type.hasPrefix("linux-") { return .console }
    let old = ["vt", "ansi", "wy", "sun", "cons", "pcansi"]
    return old.contains { type.hasPrefix($0) } ? .ascii : .unicode
  }
}
