package org.lagroups.node.state;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The tables of one owner in the node's database, as the steps that lead to them.
 *
 * @param owner the core or a module: 1 to 32 lower-case letters, digits and underscores. Its
 *     tables' names begin with it
 * @param migrations one SQL script a version, from the first on. A script that has been released is
 *     never changed: later versions add scripts
 * @param afterRestore SQL scripts for a database that was restored from a copy some minutes or days
 *     old: they keep the past from coming back where it must not
 */
public record Schema(String owner, List<String> migrations, List<String> afterRestore) {

  private static final Pattern OWNER = Pattern.compile("[a-z][a-z0-9_]{0,31}");

  public Schema {
    migrations = List.copyOf(migrations);
    afterRestore = List.copyOf(afterRestore);
    if (!OWNER.matcher(owner).matches()) {
      throw new IllegalArgumentException("not the name of a schema's owner: " + owner);
    }
  }

  /** With nothing in it that an old copy could do harm with. */
  public Schema(String owner, List<String> migrations) {
    this(owner, migrations, List.of());
  }
}
