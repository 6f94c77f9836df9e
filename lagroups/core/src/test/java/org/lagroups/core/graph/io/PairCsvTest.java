package org.lagroups.core.graph.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PairCsvTest {

  @Test
  void readsPairsWithOrWithoutHeader() throws Exception {
    assertThat(read("From, To\na,b\n\n# x\n\"c,1\",d")).containsExactly("a>b", "c,1>d");
    assertThat(read("a,b\nfrom,to")).containsExactly("a>b", "from>to");
    assertThat(read("")).isEmpty();
    assertThat(read("from,to")).isEmpty();
  }

  @Test
  void saysWhereAndWhatWasExpected() {
    assertThatThrownBy(() -> read("a,b\nc"))
        .hasMessage("test.csv, line 2, column 1: expected from,to, found 1 column");
    assertThatThrownBy(() -> read("a,b,c"))
        .hasMessage("test.csv, line 1, column 5: expected from,to, found 3 columns");
    assertThatThrownBy(() -> read("a,"))
        .hasMessage("test.csv, line 1, column 3: expected a name of 1 to 256 characters, found 0");
  }

  @Test
  void namesThePlaceOfEitherName() throws Exception {
    PairCsv.Pair pair =
        new PairCsv("test.csv", new StringReader("from,to\n a,b")).next().orElseThrow();
    assertThat(pair.problemWithFrom("who?")).hasMessage("test.csv, line 2, column 2: who?");
    assertThat(pair.problemWithTo("who?")).hasMessage("test.csv, line 2, column 4: who?");
  }

  private static List<String> read(String text) throws IOException, GraphFormatException {
    PairCsv pairs = new PairCsv("test.csv", new StringReader(text));
    List<String> all = new ArrayList<>();
    for (Optional<PairCsv.Pair> pair = pairs.next(); pair.isPresent(); pair = pairs.next()) {
      all.add(pair.get().from() + ">" + pair.get().to());
    }
    return all;
  }
}
