/**
 * JSON as the control API speaks it: {@link org.lagroups.node.control.json.Json} turns records into
 * text and back, with nodes, groups and byte strings in their text forms, and with bounds on what
 * it reads.
 *
 * <p><b>Threads.</b> Any.
 */
@NullMarked
package org.lagroups.node.control.json;

import org.jspecify.annotations.NullMarked;
