/** A link that looks like a button: for going somewhere, never for doing something. */
import { Button, type ButtonProps } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";

interface Props extends ButtonProps {
  readonly to: string;
  readonly children: ReactNode;
}

export function LinkButton({ to, children, ...rest }: Props) {
  return (
    <Button component={Link} to={to} {...rest}>
      {children}
    </Button>
  );
}
