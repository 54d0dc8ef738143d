import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../../i18n';
import { libraryQuery } from '../../net/queries';

/** What a persona is called; its id when the library no longer has it. */
export function usePersonaName(id: string): string {
  const { say } = useTexts();
  const persona = useQuery(libraryQuery).data?.personas.find((candidate) => candidate.id === id);
  return persona ? say(persona.name) : id;
}
