/** The contract's own example, in the words of somebody who depends on the library. */
package com.example.contract;
