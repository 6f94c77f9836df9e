package org.lagroups.fileshare.runtime;

import org.lagroups.fileshare.runtime.store.ShareSchema;
import org.lagroups.node.runtime.ModuleHost;
import org.lagroups.node.runtime.NodeModule;
import org.lagroups.node.runtime.OpenModule;
import org.lagroups.node.state.Schema;

/** File sharing as a part of a node. */
public final class FileshareModule implements NodeModule {

  @Override
  public String name() {
    return ShareSchema.MODULE;
  }

  @Override
  public Schema schema() {
    return ShareSchema.SCHEMA;
  }

  @Override
  public OpenModule open(ModuleHost host) {
    return OpenFileshare.open(host);
  }
}
