package org.lagroups.node.runtime;

import org.lagroups.node.state.Schema;

/**
 * An application's part of a node. Named in {@code
 * META-INF/services/org.lagroups.node.runtime.NodeModule}; it has a public constructor without
 * parameters, and starts nothing by itself.
 */
public interface NodeModule {

  /**
   * A short name of lower-case letters, unique among modules: begins its routes ({@code
   * /v1/NAME/…}), its meters ({@code lagroups_NAME_…}) and its events ({@code NAME.…}), and owns
   * its tables ({@code NAME_…}) and its folder.
   */
  String name();

  /** Its tables. Their owner is {@link #name}. */
  Schema schema();

  /**
   * Opens files and indexes, before the node has an event loop to hold up. Called once a node, on a
   * thread that may block.
   *
   * @throws org.lagroups.node.state.StateException if the node cannot run with this module
   */
  OpenModule open(ModuleHost host);
}
