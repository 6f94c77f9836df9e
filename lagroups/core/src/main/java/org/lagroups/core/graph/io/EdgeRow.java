package org.lagroups.core.graph.io;

import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;
import org.lagroups.core.graph.AttestationEdge;
import org.lagroups.machine.Printable;

/** An edge as a row of a CSV text says it; from a vertex to itself, it only names the vertex. */
record EdgeRow(String attester, String attestee, double cost, double capacity) {

  static final List<String> COLUMNS = List.of("attester", "attestee", "cost", "capacity");

  private static final String SHAPE = "attester,attestee[,cost[,capacity]]";
  private static final String DECIMAL = "0123456789.eE+-";

  /** Whether a row names the columns. */
  static boolean isHeader(List<CsvField> fields) {
    return fields.size() >= 2
        && fields.size() <= COLUMNS.size()
        && fields.stream()
            .map(field -> field.text().toLowerCase(Locale.ROOT))
            .toList()
            .equals(COLUMNS.subList(0, fields.size()));
  }

  static EdgeRow parse(CsvRecords records, List<CsvField> fields) throws GraphFormatException {
    int count = fields.size();
    if (count < 2 || count > COLUMNS.size()) {
      CsvField where = fields.get(Math.min(count - 1, COLUMNS.size()));
      throw records.problem(where, "expected %s, found %d columns".formatted(SHAPE, count));
    }
    return new EdgeRow(
        label(records, fields.get(0)),
        label(records, fields.get(1)),
        count < 3 ? AttestationEdge.DEFAULT_COST : cost(records, fields.get(2)),
        count < 4 ? AttestationEdge.DEFAULT_CAPACITY : capacity(records, fields.get(3)));
  }

  private static String label(CsvRecords records, CsvField field) throws GraphFormatException {
    int length = field.text().length();
    if (length < 1 || length > GraphCsv.MAX_LABEL_CHARS) {
      throw records.problem(
          field,
          "expected a name of 1 to %d characters, found %d"
              .formatted(GraphCsv.MAX_LABEL_CHARS, length));
    }
    return field.text();
  }

  private static double cost(CsvRecords records, CsvField field) throws GraphFormatException {
    return field.text().isEmpty()
        ? AttestationEdge.DEFAULT_COST
        : number(records, field, AttestationEdge::isCost, "a cost above 0 and up to 1e15");
  }

  private static double capacity(CsvRecords records, CsvField field) throws GraphFormatException {
    return field.text().isEmpty()
        ? AttestationEdge.DEFAULT_CAPACITY
        : number(records, field, AttestationEdge::isCapacity, "a capacity of 0 to 1e15");
  }

  private static double number(
      CsvRecords records, CsvField field, DoublePredicate isInRange, String expected)
      throws GraphFormatException {
    double value = decimal(field.text());
    if (!isInRange.test(value)) {
      throw records.problem(
          field, "expected %s, found \"%s\"".formatted(expected, Printable.of(field.text())));
    }
    return value;
  }

  /** The decimal number that a text spells, or not-a-number, which is in nobody's range. */
  private static double decimal(String text) {
    if (!text.chars().allMatch(c -> DECIMAL.indexOf(c) >= 0)) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException malformed) {
      return Double.NaN;
    }
  }
}
