package org.lagroups.node.cli;

import java.util.List;

/**
 * A module's sub-commands of {@code lag}. Named in {@code
 * META-INF/services/org.lagroups.node.cli.CommandProvider}; it has a public constructor without
 * parameters, which does next to nothing: every call of {@code lag} makes one.
 */
public interface CommandProvider {

  /** The commands directly below {@code lag}. */
  List<CommandEntry> commands();
}
