package org.lagroups.fileshare.runtime.index;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.util.CharTokenizer;

/**
 * Cuts names into words: at everything but letters, digits and marks, where small letters turn into
 * capitals, and between letters and digits; the uncut word stays as well. Accents go.
 */
final class NameAnalyzer extends Analyzer {

  private static final int CUT =
      WordDelimiterGraphFilter.GENERATE_WORD_PARTS
          | WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS
          | WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE
          | WordDelimiterGraphFilter.SPLIT_ON_NUMERICS
          | WordDelimiterGraphFilter.PRESERVE_ORIGINAL;

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    Tokenizer words = CharTokenizer.fromTokenCharPredicate(NameAnalyzer::belongsToWord);
    TokenStream cut = new FlattenGraphFilter(new WordDelimiterGraphFilter(words, CUT, null));
    return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(cut)));
  }

  /** As in a query: see {@link org.lagroups.fileshare.query.Term}. */
  private static boolean belongsToWord(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || switch (Character.getType(codePoint)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK,
              Character.LETTER_NUMBER,
              Character.OTHER_NUMBER ->
              true;
          default -> false;
        };
  }

  /** A word of a query in the form in which it stands in the index. */
  static String fold(String word) {
    char[] folded = new char[4 * word.length()];
    int length = ASCIIFoldingFilter.foldToASCII(word.toCharArray(), 0, folded, 0, word.length());
    return new String(folded, 0, length);
  }
}
