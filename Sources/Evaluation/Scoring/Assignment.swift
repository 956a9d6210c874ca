/// The one-to-one assignment of rows to columns with the greatest total weight (Hungarian method,
/// shortest augmenting paths with potentials).
///
/// The order of the steps decides between equally good assignments, so it must not be changed: the
/// figures are compared with those of other programs.
///
/// - Parameter weight: rows of equal length, not more rows than columns, at least one row.
/// - Returns: the column of every row.
/// - Complexity: O(rows² · columns).
func maximumAssignment(_ weight: [[Double]]) -> [Int] {
  let rows = weight.count
  let columns = weight.first?.count ?? 0
  precondition(rows > 0 && rows <= columns, "an assignment needs at least as many columns as rows")
  var rowPotential = [Double](repeating: 0, count: rows + 1)
  var columnPotential = [Double](repeating: 0, count: columns + 1)
  var owner = [Int](repeating: 0, count: columns + 1)
  var way = [Int](repeating: 0, count: columns + 1)
  for row in 1...rows {
    owner[0] = row
    var column = 0
    var slack = [Double](repeating: .infinity, count: columns + 1)
    var done = [Bool](repeating: false, count: columns + 1)
    repeat {
      done[column] = true
      let current = owner[column]
      var delta = Double.infinity
      var next = 0
      for candidate in 1...columns where !done[candidate] {
        let cost =
          -weight[current - 1][candidate - 1] - rowPotential[current] - columnPotential[candidate]
        if cost < slack[candidate] {
          slack[candidate] = cost
          way[candidate] = column
        }
        if slack[candidate] < delta {
          delta = slack[candidate]
          next = candidate
        }
      }
      for candidate in 0...columns {
        if done[candidate] {
          rowPotential[owner[candidate]] += delta
          columnPotential[candidate] -= delta
        } else {
          slack[candidate] -= delta
        }
      }
      column = next
    } while owner[column] != 0
    while column != 0 {
      owner[column] = owner[way[column]]
      column = way[column]
    }
  }
  var result = [Int](repeating: -1, count: rows)
  for column in 1...columns where owner[column] != 0 { result[owner[column] - 1] = column - 1 }
  return result
}
