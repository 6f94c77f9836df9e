/**
 * What is said over the control API, as records: a request is named after what it asks for, an
 * answer after what it tells. JSON fields have the names of the records' components.
 *
 * <p>Nodes, groups and addresses appear in their text forms. Text that strangers wrote, such as
 * members' names, has been made safe to show on one line.
 */
@NullMarked
package org.lagroups.node.control.api;

import org.jspecify.annotations.NullMarked;
