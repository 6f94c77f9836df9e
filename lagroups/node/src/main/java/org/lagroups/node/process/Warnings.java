package org.lagroups.node.process;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.lagroups.node.state.database.DatabaseFile;

/** What somebody should look at: what was found at the start, and what is wrong now. */
final class Warnings {

  private final DatabaseFile.Opened opened;
  private final Supplier<List<String>> modules;

  Warnings(DatabaseFile.Opened opened, Supplier<List<String>> modules) {
    this.opened = opened;
    this.modules = modules;
  }

  List<String> now() {
    List<String> all = new ArrayList<>();
    opened.warning().ifPresent(all::add);
    opened.database().alarm().ifPresent(e -> all.add(e.getMessage() + "; " + e.hint()));
    all.addAll(modules.get());
    return all;
  }
}
