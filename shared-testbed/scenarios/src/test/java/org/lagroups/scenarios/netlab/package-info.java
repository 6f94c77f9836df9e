/** Tests of laboratories. */
@NullMarked
package org.lagroups.scenarios.netlab;

import org.jspecify.annotations.NullMarked;
