import type { Session, User } from '@kefu/shared/protocol/rest';
import type { FastifyReply } from 'fastify';
import { hangUp } from '../rooms/gateway';
import type { Services } from '../services';
import { giveToken } from './visitor';

/** Lets people in and out: what signing in, signing up and signing out have in common. */
export class Admission {
  private readonly services: Services;

  constructor(services: Services) {
    this.services = services;
  }

  async present(user: User | null, csrf: string): Promise<Session> {
    const { users, config } = this.services;
    return {
      user: user && { id: user.id, name: user.name, role: user.role },
      csrf,
      needsSetup: await users.needsSetup(),
      guestsAllowed: config.guests,
    };
  }

  /** Begins a session under a new token, so that nobody can have planted it, and ends the browser's old one. */
  async admit(reply: FastifyReply, user: User): Promise<Session> {
    const before = reply.request.visitor.session;
    const { token } = await this.services.sessions.begin(user.id);
    if (before) await this.dismiss(before.id);
    return this.present(user, giveToken(reply, this.services.config, token));
  }

  async dismiss(id: string): Promise<void> {
    await this.services.sessions.end(id);
    hangUp.session(this.services.sockets, id);
  }

  async dismissAll(user: Pick<User, 'id'>): Promise<void> {
    await this.services.sessions.endAllOf(user.id);
    hangUp.user(this.services.sockets, user.id);
  }
}
