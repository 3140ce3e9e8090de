import type { Endpoint } from "./endpoints.ts";
import { answerWith } from "./faults.ts";
import type { NamedFault } from "./named-fault.ts";
