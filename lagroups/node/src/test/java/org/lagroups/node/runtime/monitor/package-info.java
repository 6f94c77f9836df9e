/** Tests of the monitors of a real node. */
@NullMarked
package org.lagroups.node.runtime.monitor;

import org.jspecify.annotations.NullMarked;
