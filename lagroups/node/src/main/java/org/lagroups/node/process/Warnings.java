package org.lagroups.node.process;

import java.util.ArrayList;
import java.util.List;
import org.lagroups.node.state.database.DatabaseFile;

/** What somebody should look at: what was found at the start, and what is wrong now. */
final class Warnings {

  private final DatabaseFile.Opened opened;

  Warnings(DatabaseFile.Opened opened) {
    this.opened = opened;
  }

  List<String> now() {
    List<String> all = new ArrayList<>();
    opened.warning().ifPresent(all::add);
    opened.database().alarm().ifPresent(e -> all.add(e.getMessage() + "; " + e.hint()));
    return all;
  }
}
