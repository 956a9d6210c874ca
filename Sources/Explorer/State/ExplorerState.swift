import CorpusStore
import ScreenModel
import TextModel

/// All that the explorer knows: a question to the corpus and the part of the answer that is in view.
///
/// Changed by `update` alone; `render` of ExplorerViews turns it into a screen.
public struct ExplorerState: Sendable {
  /// Rows and columns of the screen.
  public var size: Size
  /// What the header calls the corpus, such as the folder's name.
  public var corpusName: String
  /// Which keys mean what.
  public var keymap: Keymap
  /// The pane with the keyboard.
  public var focus: Pane = .list
  /// Whether that pane has the whole screen.
  public var isZoomed = false

  /// What the corpus is narrowed to.
  public var query = Query()
  /// Nil until the corpus is read.
  public var summary: CorpusSummary?
  /// Articles by month under the filter without its window.
  public var histogram: [MonthCount] = []
  /// The list of articles.
  public var list = ListState()
  /// The text.
  public var reading = ReadingState()
  /// Who stands where.
  public var sidebar = SidebarState()
  /// The text of the filter, as it is marked in titles and articles.
  public var search: Search?
  /// Related statements of the selected one, once known.
  public var related: Related?
  /// The walk by `.`, `,` and `!`, while it goes on.
  public var walk: RelatedWalk?
  /// From bottom to top.
  public var overlays: [any OverlayModel] = []
  /// Where one has been.
  public var history = History()
  /// What the user marked, in the order of marking.
  public internal(set) var marks: [Mark] = []
  /// How far the work behind the corpus is; nil when there is none.
  public var progress: WorkProgress?
  /// Said once, until the next key.
  public var message: Message?
  /// Why the selected statement was jumped to; said as long as it is selected.
  public var arrival: Arrival?
  /// Labels of concepts seen so far.
  public var conceptLabels: [ConceptID: String] = [:]
  /// Names of actors seen so far, for the filter's chips.
  public var actorNames: [ActorID: String] = [:]

  // What is under way.
  var destination: Destination?
  /// Whether the selected article may lie outside the filter: after a jump, not after narrowing.
  var keepsOutside = false
  /// Whether the selection follows the list's cursor, so that the text can wait for it to rest.
  var isBrowsing = false
  /// Steps to statements (negative: backwards) typed while the one before was still being looked up.
  var queuedSteps = 0
  /// Keys that wait for an answer, and those typed after them.
  public internal(set) var typedAhead: [Key] = []
  /// Whether a mark is on its way to its file.
  var savesMark = false
  /// A related jump that waits for the list of related statements.
  var pendingRelated: PendingRelated?
  /// The sidebar's line that was brought into view for the selected statement.
  var sidebarFollowed: SidebarItem.ID?
  /// How many overlays there were when their question was last thought of.
  var overlaysAsked = 0
  var generation = 0
  var asked: [QuestionSlot: Asked] = [:]
  /// Whether the list that is shown is one of the corpus as it was.
  var listIsStale = false
  /// The filter whose list is shown.
  var listedFilter: CorpusFilter?

  /// An explorer that knows nothing yet; `start` says what it asks first.
  public init(size: Size, corpusName: String = "", keymap: Keymap = .standard) {
    self.size = size
    self.corpusName = corpusName
    self.keymap = keymap
  }

  /// What is searched for.
  public struct Search: Sendable, Equatable {
    /// As it was typed.
    public var text: String
    /// Whether its last word stands for all that begin with it.
    public var isBegun: Bool
    /// The words taken apart.
    public var query: TextQuery

    /// Nil when the filter asks for no text.
    init?(_ filter: CorpusFilter) {
      guard !filter.text.isEmpty else { return nil }
      text = filter.text
      isBegun = filter.isTextBegun
      query = filter.textQuery
    }
  }

  /// The statements related to one.
  public struct Related: Sendable {
    /// To which one.
    public var ref: StatementRef
    /// Best first.
    public var entries: [RelatedEntry]
    /// Whether others are related to it too, less closely.
    public var hasMore = false
  }

  /// A sentence for the status line.
  public struct Message: Sendable, Equatable {
    /// Whether it tells or warns.
    public enum Kind: Sendable { case note, warning }
    public var kind: Kind
    public var text: String
  }

  /// A statement to which one has jumped, and why.
  public struct Arrival: Sendable {
    public var ref: StatementRef
    public var reason: String
  }

  struct Asked: Sendable {
    var question: Question
    var generation: Int
    var isAnswered = false
  }

  /// Where the keyboard is.
  public var context: KeyContext { overlays.last?.context ?? focus.context }

  /// Where everything stands on the screen.
  public var layout: ScreenLayout { ScreenLayout(self) }

  /// Whether an answer that the screen waits for is still under way.
  public var isWaiting: Bool {
    asked.contains { $0.key != .standings && $0.key != .histogram && !$0.value.isAnswered }
  }

  /// Whether the topmost view knows nothing yet of what it will show.
  public var opensView: Bool { overlays.last?.waits(for: .down) ?? false }

  /// The lines of the list; nil until it is known.
  public var listLines: ListLines? {
    list.counts.map { ListLines($0, hasWindow: query.window != nil) }
  }

  /// Lines above the list's own for an article outside the filter.
  public var pinnedLines: Int {
    list.pinned == nil ? 0 : min(2, max(0, layout.rows(of: .list) - 1))
  }

  /// The place to come back to.
  var place: Place {
    Place(
      query: query, article: list.selected, statement: reading.statement, textTop: reading.top,
      focus: focus)
  }

  /// Notes the place that is being left, with the views over it; `top` is the one that just acts.
  mutating func leave(_ place: Place, _ top: (any OverlayModel)? = nil) {
    history.leave(Visit(place: place, views: overlays + (top.map { [$0] } ?? [])))
  }

  /// Notes the place and the views over it before one more opens.
  mutating func leave(_ top: any OverlayModel) { leave(place, top) }

  mutating func say(_ text: String, _ kind: Message.Kind = .note) {
    message = Message(kind: kind, text: text)
  }
}

/// A walk along the statements related to one, by `.` and `,`, or along those that contradict it.
public struct RelatedWalk: Sendable {
  /// Where it began.
  public var origin: StatementRef
  /// The statements that it visits, best first.
  public var entries: [RelatedEntry]
  /// -1 stands for the origin.
  public var index: Int
  /// Whether only contradictions are visited.
  public var onlyContradictions: Bool

  /// The statement at which the walk is.
  var here: StatementRef { index < 0 ? origin : entries[index].relation.ref }
}

struct PendingRelated: Sendable {
  var ref: StatementRef
  var backwards: Bool
  var onlyContradictions: Bool
}
