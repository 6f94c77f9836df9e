/**
 * The node's settings, a TOML file for people to edit.
 *
 * <p>Start with {@link org.lagroups.node.state.config.ConfigFile}, which reads it into a {@link
 * org.lagroups.node.state.config.NodeConfig} and writes a commented one at the first start. What is
 * wrong in it is told with file, line, key and what is allowed. {@link
 * org.lagroups.node.state.config.ConfigStore} changes single values in it.
 *
 * <p><b>Threads.</b> Read once, before the node runs; changed by any thread, for the next start.
 */
@NullMarked
package org.lagroups.node.state.config;

import org.jspecify.annotations.NullMarked;
