/** Who did what a timeline tells of (R90): a type for each, and no more of an account than its name. */
import type { ActorKind } from "@accord/domain";
import { Field, InterfaceType, ObjectType } from "type-graphql";

export interface Actor {
  readonly kind: ActorKind;
  readonly name: string | null;
  readonly isViewer: boolean;
}

const TYPES: Readonly<Record<ActorKind, string>> = {
  CONTACT: "ContactActor",
  ENGINEER: "EngineerActor",
  AUTOMATION: "AutomationActor",
  SYSTEM: "SystemActor",
};

export const typeOfActor = ({ kind }: Actor): string => TYPES[kind];

@InterfaceType("Actor", { description: "Who did something to a support request.", resolveType: typeOfActor })
export abstract class ActorType {
  @Field(() => String, { nullable: true, description: "Name; null where nobody is named." })
  readonly name!: string | null;

  @Field(() => Boolean, { description: "Whether it was this account." })
  readonly isViewer!: boolean;
}

@ObjectType("ContactActor", {
  description: "Somebody on the customer's side; of a mail without an account the contact it is from.",
  implements: ActorType,
  simpleResolvers: true,
})
export class ContactActorType extends ActorType {}

@ObjectType("EngineerActor", {
  description: "Somebody of the support organisation.",
  implements: ActorType,
  simpleResolvers: true,
})
export class EngineerActorType extends ActorType {}

@ObjectType("AutomationActor", {
  description: "A program that answered by mail, named after the contact whose address it answered from.",
  implements: ActorType,
  simpleResolvers: true,
})
export class AutomationActorType extends ActorType {}

@ObjectType("SystemActor", { description: "The portal itself.", implements: ActorType, simpleResolvers: true })
export class SystemActorType extends ActorType {}
