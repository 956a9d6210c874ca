import Dating
import NewsArchive

/// Preparing the word tables costs far more than reading one text; made once for all tests.
let articleReader = ArticleReader()
let articleDater = ArticleDater()
