/** Tests of what is typed. */
@NullMarked
package org.lagroups.wormguard.cli;

import org.jspecify.annotations.NullMarked;
