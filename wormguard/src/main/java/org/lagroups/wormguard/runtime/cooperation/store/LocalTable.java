package org.lagroups.wormguard.runtime.cooperation.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.state.Sql;
import org.lagroups.node.state.StateStore;
import org.lagroups.node.state.tables.DurableWrites;
import org.lagroups.wormguard.cooperate.book.TrustRule;

/** The operator's own rules, all written at once. */
public final class LocalTable {

  private static final String TRUST = "TRUST";
  private static final String LEAST = "LEAST";
  private static final String ALL_DRY = "ALL_DRY";
  private static final String VERIFIER = "VERIFIER";

  private final StateStore store;
  private final DurableWrites writes;

  public LocalTable(StateStore store, DurableWrites writes) {
    this.store = store;
    this.writes = writes;
  }

  private record Key() {}

  private record Row(String kind, String value) {}

  /** What was decided last. */
  public CompletableFuture<LocalRules> load() {
    return store.read(connection ->
        rules(
            Sql.query(
                connection,
                "SELECT kind, value FROM guard_local",
                row -> new Row(row.getString("kind"), row.getString("value")))));
  }

  /** Puts other rules in place of all. */
  public void save(LocalRules rules) {
    writes.put(new Key(), connection -> write(connection, rules));
  }

  private static int write(Connection connection, LocalRules rules) throws SQLException {
    Sql.update(connection, "DELETE FROM guard_local");
    insert(connection, TRUST, rules.trust().kind().name());
    insert(connection, LEAST, Integer.toString(rules.trust().least()));
    insert(connection, ALL_DRY, Boolean.toString(rules.isDryRun()));
    insert(connection, VERIFIER, String.join("\n", rules.verifier()));
    for (LocalRules.Entry entry : rules.entries()) {
      insert(connection, entry.kind().name(), entry.value());
    }
    return rules.entries().size();
  }

  private static void insert(Connection connection, String kind, String value) throws SQLException {
    Sql.update(connection, "INSERT INTO guard_local VALUES (?, ?)", kind, value);
  }

  private static LocalRules rules(List<Row> rows) {
    if (rows.isEmpty()) {
      return LocalRules.DEFAULT;
    }
    Map<String, String> single = new TreeMap<>();
    Set<LocalRules.Entry> entries = new HashSet<>();
    for (Row row : rows) {
      single.put(row.kind(), row.value());
      for (LocalRules.Kind kind : LocalRules.Kind.values()) {
        if (kind.name().equals(row.kind())) {
          entries.add(new LocalRules.Entry(kind, row.value()));
        }
      }
    }
    String verifier = single.getOrDefault(VERIFIER, "");
    return new LocalRules(
        new TrustRule(kind(single.get(TRUST)), least(single.get(LEAST))),
        "true".equals(single.get(ALL_DRY)),
        verifier.isEmpty() ? List.of() : List.of(verifier.split("\n", -1)),
        entries);
  }

  private static TrustRule.Kind kind(@Nullable String name) {
    return TrustRule.Kind.PATHS.name().equals(name)
        ? TrustRule.Kind.PATHS
        : TrustRule.Kind.NEIGHBOURS;
  }

  private static int least(@Nullable String number) {
    for (int least = 1; least <= TrustRule.MAX_LEAST; least++) {
      if (Integer.toString(least).equals(number)) {
        return least;
      }
    }
    return TrustRule.DEFAULT.least();
  }
}
