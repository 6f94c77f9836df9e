/** Tests of routed messages, in virtual time, and an adversary for others' tests. */
@NullMarked
package org.lagroups.core.route;

import org.jspecify.annotations.NullMarked;
