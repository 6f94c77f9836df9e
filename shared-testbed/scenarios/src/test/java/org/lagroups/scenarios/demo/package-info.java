/** Tests of the demo. */
@NullMarked
package org.lagroups.scenarios.demo;

import org.jspecify.annotations.NullMarked;
