package org.lagroups.fileshare.cli;

import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.runtime.ModuleHost;
import org.lagroups.node.runtime.NodeModule;
import org.lagroups.node.runtime.NodeServices;
import org.lagroups.node.runtime.OpenModule;
import org.lagroups.node.state.Schema;
import org.lagroups.node.state.Sql;

/** Lets the node's database refuse all writes at will, and counts what is in it. */
final class StubbornDisk implements NodeModule {

  private @Nullable ModuleHost host;

  void refuse(boolean refuses) {
    Objects.requireNonNull(host)
        .store()
        .read(connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute("PRAGMA query_only = " + (refuses ? "ON" : "OFF"));
          }
        })
        .join();
  }

  int rows(String table) {
    return Objects.requireNonNull(host)
        .store()
        .read(connection ->
            Sql.query(connection, "SELECT COUNT(*) FROM " + table, row -> row.getInt(1)).getFirst())
        .join();
  }

  @Override
  public String name() {
    return "stubborn";
  }

  @Override
  public Schema schema() {
    return new Schema("stubborn", List.of());
  }

  @Override
  public OpenModule open(ModuleHost moduleHost) {
    host = moduleHost;
    return new OpenModule() {
      @Override
      public void start(NodeServices services) {}

      @Override
      public List<ApiRoute> routes() {
        return List.of();
      }
    };
  }
}
