import Explorer
import Testing
import TextModel

@Suite struct SearchStateTests {
  /// The match that was reached is an index of the matches: closing a search must forget both.
  @Test func newMatchesForgetTheOneReached() {
    var reading = ReadingState()
    reading.matches = [TextSpan(0, 3), TextSpan(5, 8)]
    reading.match = 1
    reading.matches = []
    #expect(reading.match == nil)
  }
}
